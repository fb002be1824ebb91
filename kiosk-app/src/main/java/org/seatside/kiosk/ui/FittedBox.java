package org.seatside.kiosk.ui;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.layout.Region;

/// Shows its content with text as large as wanted, or as large as fits: nothing is cut and nothing scrolls.
/// Sizes in the content are in em.
final class FittedBox extends Region {
    private static final double STEP = 0.94;
    private static final double SMALLEST = 0.3;

    private final Region content;
    private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(16);
    private double wanted = 16;
    private double fittedWidth = -1;
    private double fittedHeight = -1;

    FittedBox(Region content) {
        this.content = content;
        getChildren().add(content);
    }

    /// Font size of body text in the content, in pixels.
    ReadOnlyDoubleProperty em() {
        return em.getReadOnlyProperty();
    }

    /// @param pixels font size of body text, if it fits
    void want(double pixels) {
        wanted = pixels;
        refit();
    }

    /// To be called when the content has changed.
    void refit() {
        fittedWidth = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - snappedLeftInset() - snappedRightInset();
        double height = getHeight() - snappedTopInset() - snappedBottomInset();
        if (width != fittedWidth || height != fittedHeight) {
            fittedWidth = width;
            fittedHeight = height;
            Texts.shrink(wanted, wanted * SMALLEST, STEP, this::draw, () -> fits(width, height));
        }
        content.resizeRelocate(snappedLeftInset(), snappedTopInset(), width, height);
    }

    private void draw(double size) {
        em.set(size);
        Texts.size(content, size);
        content.applyCss();
    }

    private boolean fits(double width, double height) {
        return content.minWidth(-1) <= width && content.prefHeight(width) <= height;
    }

    @Override
    protected double computePrefHeight(double width) {
        return content.prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }
}
