package org.seatside.kiosk.ui;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the camera's picture is shown; what is read stays the whole picture.
///
/// @param mirrored whether left and right are swapped, as in a mirror
/// @param zoom 1 for the whole picture, up to [#MOST_ZOOM] for its middle
public record CameraLook(boolean mirrored, double zoom) {
    /// By which the middle of the picture can be made larger.
    public static final double MOST_ZOOM = 3;

    private static final Pattern TEXT = Pattern.compile("(mirrored|plain) ([0-9]\\.[0-9]{1,2})");

    public CameraLook {
        if (!(zoom >= 1 && zoom <= MOST_ZOOM)) {
            throw new IllegalArgumentException("zoom must be 1 to " + MOST_ZOOM);
        }
    }

    /// As a line for a file.
    public String text() {
        return String.format(Locale.ROOT, "%s %.2f", mirrored ? "mirrored" : "plain", zoom);
    }

    /// What [#text] wrote; empty where it did not.
    public static Optional<CameraLook> parse(String text) {
        Matcher line = TEXT.matcher(text.strip());
        return line.matches()
                ? Optional.of(new CameraLook(
                        line.group(1).equals("mirrored"), Math.clamp(Double.parseDouble(line.group(2)), 1, MOST_ZOOM)))
                : Optional.empty();
    }
}
