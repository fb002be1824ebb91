package org.seatside.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Contrast ratios as WCAG 2.2 defines them, of every pair of colours that meet on a screen.
class ContrastTest {
    private static final double TEXT = 7.0;
    private static final double SHAPE = 3.0;
    private static final List<String> GROUNDS = List.of("page", "surface");
    private static final List<String> MEANINGS = List.of("present", "late", "known", "refused", "help");
    private static final Pattern COLOUR = Pattern.compile("-seat-([a-z-]+):\\s*#([0-9a-f]{6});");

    @ParameterizedTest
    @EnumSource
    void everyTextIsAtLeastSevenToOne(Theme theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        List<String> low = new ArrayList<>();

        for (String ground : GROUNDS) {
            for (String text : List.of("text", "text-quiet", "accent-text")) {
                check(colours, text, ground, TEXT, low);
            }
            for (String meaning : MEANINGS) {
                check(colours, meaning + "-text", ground, TEXT, low);
            }
        }
        check(colours, "on-accent", "accent", TEXT, low);
        for (String meaning : MEANINGS) {
            check(colours, "on-" + meaning, meaning, TEXT, low);
        }

        assertEquals(List.of(), low);
    }

    @ParameterizedTest
    @EnumSource
    void everyShapeIsAtLeastThreeToOne(Theme theme) throws IOException {
        Map<String, Integer> colours = colours(theme);
        List<String> low = new ArrayList<>();

        for (String ground : GROUNDS) {
            for (String shape :
                    List.of("line", "accent", "focus", "present", "late-edge", "known", "refused", "help")) {
                check(colours, shape, ground, SHAPE, low);
            }
        }

        assertEquals(List.of(), low);
    }

    @ParameterizedTest
    @EnumSource
    void everyThemeHasTheSameNames(Theme theme) throws IOException {
        assertEquals(colours(Theme.LIGHT).keySet(), colours(theme).keySet());
        assertTrue(colours(theme).size() >= 25);
    }

    @Test
    void theRatioIsThatOfTheStandard() {
        assertEquals(21.0, ratio(0x000000, 0xffffff), 0.001);
        assertEquals(4.54, ratio(0x767676, 0xffffff), 0.01);
        assertEquals(1.0, ratio(0x123456, 0x123456), 0.001);
    }

    private static void check(Map<String, Integer> colours, String front, String back, double least, List<String> low) {
        double ratio = ratio(colour(colours, front), colour(colours, back));
        if (ratio < least) {
            low.add("%s on %s is %.2f".formatted(front, back, ratio));
        }
    }

    private static int colour(Map<String, Integer> colours, String name) {
        return Objects.requireNonNull(colours.get(name), name);
    }

    private static double ratio(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255) + 0.7152 * linear(rgb >> 8 & 255) + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Integer> colours(Theme theme) throws IOException {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream("theme.css"))) {
            String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            int start = sheet.indexOf("." + theme.styleClass() + " {");
            assertTrue(start >= 0, () -> theme + " is not in theme.css");
            Map<String, Integer> colours = new TreeMap<>();
            Matcher matcher = COLOUR.matcher(sheet.substring(start, sheet.indexOf('}', start)));
            while (matcher.find()) {
                colours.put(matcher.group(1), Integer.parseInt(matcher.group(2), 16));
            }
            return colours;
        }
    }
}
