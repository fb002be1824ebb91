package org.seatside.kiosk.ui;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import org.seatside.fx.Messages;

/// Paragraphs, and where they take several pages the button that turns them.
final class StageText extends GivenPlace {
    private final PagedText text = new PagedText();
    private final PageTurner turner = new PageTurner(this::turned);
    private final Messages messages;
    private Runnable onTurn = () -> {};
    private double controlsFrom;

    StageText(Messages messages) {
        this.messages = messages;
        getChildren().addAll(text, turner);
    }

    /// Called when somebody turned a page.
    void onTurn(Runnable listener) {
        onTurn = listener;
    }

    private void turned() {
        turn();
        onTurn.run();
    }

    void turn() {
        text.turn();
        turner.show(text.page().get(), text.pages().get(), turner.getHeight(), messages);
    }

    boolean atEnd() {
        return text.atEnd();
    }

    void show(List<Block> blocks) {
        text.show(blocks);
        requestLayout();
    }

    void align(Pos position) {
        text.align(position);
    }

    void reveal(String styleClass, boolean visible) {
        text.reveal(styleClass, visible);
    }

    String textInSight() {
        return text.textInSight();
    }

    /// Font size of body text, in pixels.
    ObservableValue<Number> em() {
        return text.em();
    }

    int pages() {
        return text.pages().get();
    }

    /// @param body font size of body text at 100 %
    void want(double body, double scale) {
        text.want(body * scale);
        text.tight(scale > 1);
        turner.want(body, scale);
        requestLayout();
    }

    /// @param y from which on there may be something to press
    void controlsFrom(double y) {
        controlsFrom = Math.max(0, y);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double button = turner.wantedWidth();
        if (text.pagesAt(width, height) > 1) {
            int _ = text.pagesAt(width - button, height);
        }
        boolean turns = text.pages().get() > 1;
        text.resizeRelocate(0, 0, turns ? width - button : width, height);
        double top = Math.min(controlsFrom, height / 2);
        turner.show(text.page().get(), text.pages().get(), height - top, messages);
        turner.resizeRelocate(width - button + button * 0.12, top, button * 0.88, height - top);
    }
}
