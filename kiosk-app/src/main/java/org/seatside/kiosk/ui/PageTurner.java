package org.seatside.kiosk.ui;

import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.seatside.fx.Messages;

/// The button to the next page, and how many there are.
final class PageTurner extends Button {
    private static final double WIDTH_EM = 3.2;
    private static final double TALL_EM = 4.2;
    private static final double GROWTH = 1.25;

    private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(16);

    PageTurner(Runnable turn) {
        getStyleClass().addAll("action", "turner");
        setContentDisplay(ContentDisplay.TOP);
        setGraphic(Icons.icon("mdi2c-chevron-right", em, 1));
        setMnemonicParsing(false);
        setWrapText(true);
        setOnAction(_ -> turn.run());
        setVisible(false);
    }

    /// @param body font size of body text at 100 %
    void want(double body, double scale) {
        double size = body * Math.min(GROWTH, scale);
        em.set(size);
        Texts.size(this, size);
    }

    double wantedWidth() {
        return em.get() * WIDTH_EM;
    }

    /// Where there is but one page there is no button.
    ///
    /// @param height there is; with little of it the numbers stand alone
    void show(int page, int pages, double height, Messages messages) {
        setVisible(pages > 1);
        boolean low = height < em.get() * TALL_EM;
        setContentDisplay(low ? ContentDisplay.TEXT_ONLY : ContentDisplay.TOP);
        setText((low ? "" : messages.now("page.next") + "\n") + (page + 1) + "/" + pages);
        setAccessibleText(messages.now("page.next.full", page + 1, pages));
    }
}
