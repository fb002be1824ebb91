package org.seatside.model.attendance;

import java.util.Arrays;
import java.util.stream.Collectors;

/// As much of a student as a screen may show: 홍*동, and the last three digits of the number.
public record MaskedStudent(String name, String numberTail) {
    private static final int TAIL = 3;

    public static MaskedStudent of(String name, String number) {
        String tail = number.substring(Math.max(0, number.length() - TAIL));
        String masked = Arrays.stream(name.strip().split("\\s+"))
                .map(MaskedStudent::maskWord)
                .collect(Collectors.joining(" "));
        return new MaskedStudent(masked, tail);
    }

    private static String maskWord(String word) {
        int[] points = word.codePoints().toArray();
        if (points.length <= 1) {
            return points.length == 0 ? "" : "*";
        }
        int kept = points.length == 2 ? 1 : points.length - 1;
        for (int i = 1; i < kept; i++) {
            points[i] = '*';
        }
        if (points.length == 2) {
            points[1] = '*';
        }
        return new String(points, 0, points.length);
    }
}
