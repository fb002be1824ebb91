package org.seatside.qr;

import java.util.List;

/// One code that was read.
///
/// @param text what the code says; may hold any character, so escape it before a terminal or a log sees it
/// @param corners the four outer corners in pixels of the picture given in, clockwise from the code's own top left;
///     empty where the stage does not know them, approximate where the code is strongly tilted
/// @param stage the stage that read it, for measurements
public record Reading(String text, List<Corner> corners, String stage) {
    public Reading {
        corners = List.copyOf(corners);
    }

    /// A place in a picture, in pixels, from the top left.
    public record Corner(double x, double y) {}
}
