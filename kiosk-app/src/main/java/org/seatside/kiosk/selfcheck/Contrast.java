package org.seatside.kiosk.selfcheck;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Bounds;

/// Contrast as WCAG 2 defines it (relative luminance of sRGB), taken from a drawn picture.
final class Contrast {
    private Contrast() {}

    /// Between 1 and 21.
    static double ratio(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /// Between the commonest colour of an area and the one that stands out most from it; edges that were
    /// smoothed do not count, as the ink of letters this large has areas of its own.
    static double within(BufferedImage picture, Bounds area) {
        Map<Integer, Integer> colours = new HashMap<>();
        int left = (int) Math.max(0, Math.floor(area.getMinX()));
        int right = (int) Math.min(picture.getWidth(), Math.ceil(area.getMaxX()));
        int top = (int) Math.max(0, Math.floor(area.getMinY()));
        int bottom = (int) Math.min(picture.getHeight(), Math.ceil(area.getMaxY()));
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                colours.merge(picture.getRGB(x, y) & 0xffffff, 1, Integer::sum);
            }
        }
        int ground = colours.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0);
        return colours.entrySet().stream()
                .filter(each -> each.getValue() >= 3)
                .mapToDouble(each -> ratio(each.getKey(), ground))
                .max()
                .orElse(1);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
