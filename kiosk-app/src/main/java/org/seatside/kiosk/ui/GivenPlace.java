package org.seatside.kiosk.ui;

import javafx.scene.layout.Region;

/// A part of the screen that takes the place it is given, however small, and asks for none of its own.
abstract class GivenPlace extends Region {
    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
