package org.seatside.kiosk.ui;

/// A paragraph of the stage.
///
/// @param styleClass by which the sheet gives it weight and, where `largest` is 0, size
/// @param largest size in em; it is made smaller, down to 0.7, before it is divided over pages. 0 for the size
///     of the sheet
record Block(String text, String styleClass, double largest) {
    static Block of(String text, String styleClass) {
        return new Block(text, styleClass, 0);
    }

    boolean whole() {
        return largest > 0;
    }
}
