package org.seatside.admin.insight;

import java.text.NumberFormat;
import java.util.Locale;

/// Numbers as they are shown: whole ones without a fraction, others with one digit.
final class Numbers {
    private Numbers() {}

    static String said(double value, Locale language) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(value);
    }

    /// Without groups, for programs.
    static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
