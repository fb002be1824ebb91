package org.seatside.bench.generate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What makes a frame hard, each in strengths from mild to beyond reach.
public enum Kind {
    VERSION("version", 1, 5, 10, 15, 20, 25, 30, 35, 40),
    LEVEL("error correction level (1 L, 2 M, 3 Q, 4 H)", 1, 2, 3, 4),
    SIZE("pixels a module", 4, 3, 2.5, 2, 1.75, 1.5),
    TURN("degrees in the picture", 10, 30, 45, 135, 220),
    TILT("degrees away from the camera", 30, 45, 55, 60, 65, 70),
    CYLINDER("degrees around which the code is bent", 40, 70, 100, 130),
    CRUMPLE("height of the creases, modules", 0.4, 0.8, 1.2, 1.8),
    MOTION("pixels", 4, 6, 9, 12, 16),
    DEFOCUS("radius, pixels", 1.5, 2.5, 3.5, 4.5),
    DIM("contrast between ink and paper, at a noise of 4 grey levels", 0.4, 0.2, 0.1, 0.05),
    GLARE("radius of the reflection, share of the code's side", 0.08, 0.12, 0.2, 0.28, 0.36),
    SPOTS("bright spots on the code", 2, 4, 8, 12),
    SHADOW("share of the light taken away", 0.5, 0.7, 0.85, 0.94),
    HOLES("wrong codewords of the worst block over those it can correct", 0.3, 0.6, 0.9, 1, 1.3),
    INVERTED("pixels a module", 5, 3.5, 2.5),
    MIRRORED("pixels a module", 5, 3.5, 2.5),
    MOIRE("depth of the screen's grid", 0.1, 0.25, 0.4, 0.6),
    JPEG("quality, at 3 pixels a module", 50, 25, 12, 6),
    DOTS("diameter, modules", 1, 0.8, 0.65, 0.5),
    ROUNDED("radius of the corners, half modules", 0.4, 0.8, 1),
    BUSY("quiet zone before the print begins, modules", 4, 3, 2, 1),
    MANY("codes in the frame", 2, 4, 9, 16),
    COMBO("1 to 4: tilt, blur, low light, slope, JPEG at once", 1, 2, 3, 4),
    /// The following as a telephone hands them on: sharpened and compressed.
    PRINTED("version, on paper that is tilted and bent a little", 10, 20, 25, 30, 35, 40),
    TORN("share of a finder that is torn off or covered", 0.3, 0.6, 1),
    SCRIBBLED("strokes of a pen across the code", 2, 4, 8, 12),
    FLASH("share of the code that a flash makes white", 0.05, 0.1, 0.15, 0.2, 0.25),
    CLOSE("side of the code, share of the picture's height", 0.8, 0.95, 1.02, 1.06),
    SCREEN("depth of a screen's pixels, seen close up", 0.2, 0.5, 0.8),
    FRAMELESS("ground darkness directly beside the code, share of the ink's", 0.3, 0.6, 1),
    TINTED("contrast of coloured ink on patterned paper", 0.4, 0.25, 0.15, 0.1),
    LOGO("side of a picture in the middle, share of the code's", 0.15, 0.22, 0.28, 0.33),
    CROWD("codes close together in one picture", 24, 40, 60);

    private final String unit;
    /// Never handed out.
    @SuppressWarnings("ImmutableEnumChecker")
    private final double[] strengths;

    Kind(String unit, double... strengths) {
        this.unit = unit;
        this.strengths = strengths;
    }

    /// The kind that is written so, in any case.
    public static Optional<Kind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// As it is written in tables and on the command line.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What the strengths are numbers of.
    public String unit() {
        return unit;
    }

    /// Mildest first.
    public List<Double> strengths() {
        return Arrays.stream(strengths).boxed().toList();
    }
}
