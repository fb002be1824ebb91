package org.seatside.admin.ui;

import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Two parts beside each other where there is room, else the second below the first.
public final class StackingPane extends Region {
    private static final double WIDE_EM = 54;
    private static final double SIDE_EM = 21;
    private static final double GAP_EM = 1.5;

    private final Node main;
    private final Region side;
    private final Display display;
    private final double least;

    /// @param least height of the first part in heights of text, where the second is below it
    public StackingPane(Node main, Region side, Display display, double least) {
        this.main = main;
        this.side = side;
        this.display = display;
        this.least = least;
        getChildren().addAll(main, side);
        display.scale().addListener((_, _, _) -> requestLayout());
    }

    private boolean wide(double width) {
        return width >= display.em(WIDE_EM);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return wide(width)
                ? Math.max(display.em(least), side.prefHeight(display.em(SIDE_EM)))
                : display.em(least + GAP_EM) + side.prefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double gap = display.em(GAP_EM);
        if (wide(width)) {
            double sideWidth = display.em(SIDE_EM);
            layoutInArea(main, 0, 0, width - sideWidth - gap, height, 0, HPos.LEFT, VPos.TOP);
            layoutInArea(side, width - sideWidth, 0, sideWidth, height, 0, HPos.LEFT, VPos.TOP);
        } else {
            double sideHeight = side.prefHeight(width);
            double mainHeight = Math.max(display.em(least), height - sideHeight - gap);
            layoutInArea(main, 0, 0, width, mainHeight, 0, HPos.LEFT, VPos.TOP);
            layoutInArea(side, 0, mainHeight + gap, width, sideHeight, 0, HPos.LEFT, VPos.TOP);
        }
    }
}
