package org.seatside.kiosk.ui;

import javafx.geometry.Bounds;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.seatside.fx.Typeface;

/// From millimetres on the screen to pixels. A window smaller than the screen is a model of it: the same share
/// of its diagonal.
///
/// @param diagonalMillimetres of the whole screen
/// @param capitalPerEm height of a capital letter in the typeface, as a share of the font size
public record ScreenScale(double diagonalMillimetres, double capitalPerEm) {
    /// Least height of capitals of body text read from 500 mm.
    static final double BODY_MILLIMETRES = 12;

    /// The same on small kiosks, which are read from nearer.
    static final double SMALL_BODY_MILLIMETRES = 7.25;

    /// Up to this diagonal a kiosk is small.
    static final double SMALL_DIAGONAL_MILLIMETRES = 280;

    public static ScreenScale of(double diagonalMillimetres, Typeface typeface) {
        Text capital = new Text("H");
        capital.setFont(Font.font(typeface.family(), 100));
        capital.setBoundsType(TextBoundsType.VISUAL);
        Bounds bounds = capital.getLayoutBounds();
        return new ScreenScale(diagonalMillimetres, bounds.getHeight() / 100);
    }

    public double pixelsPerMillimetre(double width, double height) {
        return Math.hypot(width, height) / diagonalMillimetres;
    }

    /// Least height of capitals on this screen, in millimetres.
    public double leastCapital() {
        return diagonalMillimetres <= SMALL_DIAGONAL_MILLIMETRES ? SMALL_BODY_MILLIMETRES : BODY_MILLIMETRES;
    }

    /// Font size of body text, in pixels.
    double bodyPixels(double width, double height) {
        return leastCapital() * pixelsPerMillimetre(width, height) / capitalPerEm;
    }
}
