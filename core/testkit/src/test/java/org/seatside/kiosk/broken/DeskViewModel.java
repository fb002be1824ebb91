package org.seatside.kiosk.broken;

import javafx.application.Platform;
import javafx.scene.Node;

/// A view model that holds a widget and goes to the JavaFX thread by itself, once called and once referred to.
final class DeskViewModel {
    private final Node node;

    DeskViewModel(Node node) {
        this.node = node;
    }

    void hide(java.util.function.Consumer<java.util.function.Consumer<Runnable>> later) {
        Platform.runLater(() -> node.setVisible(false));
        later.accept(Platform::runLater);
    }
}
