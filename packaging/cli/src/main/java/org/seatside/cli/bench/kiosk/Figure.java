package org.seatside.cli.bench.kiosk;

import java.util.Locale;

/// A number that was measured, and the number it is to keep.
///
/// @param most the largest that is good enough; not a number where there is none
record Figure(String what, double value, String unit, double most) {
    static Figure of(String what, double value, String unit) {
        return new Figure(what, value, unit, Double.NaN);
    }

    boolean kept() {
        return Double.isNaN(most) || value <= most;
    }

    String line() {
        String limit = Double.isNaN(most) ? "" : String.format(Locale.ROOT, "  at most %.0f", most);
        return String.format(Locale.ROOT, "%-58s %9.1f %-12s%s%s", what, value, unit, limit, kept() ? "" : "  MISSED")
                .stripTrailing();
    }

    /// One object; names and units hold nothing that needs escaping.
    String json() {
        String limit = Double.isNaN(most) ? "" : String.format(Locale.ROOT, ",\"most\":%.1f", most);
        return String.format(
                Locale.ROOT, "{\"what\":\"%s\",\"value\":%.1f,\"unit\":\"%s\"%s}", what, value, unit, limit);
    }
}
