package org.seatside.admin.insight;

import java.util.List;

/// One chart as numbers: what is drawn, what the table beside it holds, and what is saved.
///
/// @param key of its name
/// @param axis key of what the bars are
/// @param unit key of what the numbers are
/// @param shape how it is drawn
/// @param bars in the order in which they are shown
public record Figure(String key, String axis, String unit, Shape shape, List<Bar> bars) {
    public Figure {
        bars = List.copyOf(bars);
    }

    /// How a figure is drawn.
    public enum Shape {
        /// Many values in a row, such as days: bars that stand.
        COLUMNS,
        /// Some values with names: bars that lie, each with its name and number.
        ROWS
    }

    /// One value.
    ///
    /// @param label a text as it is, such as a day or a room's name
    /// @param word key of the label in the messages; empty where `label` is shown
    public record Bar(String label, String word, double value) {
        static Bar of(String label, double value) {
            return new Bar(label, "", value);
        }

        static Bar named(String word, double value) {
            return new Bar("", word, value);
        }
    }

    double most() {
        return bars.stream().mapToDouble(Bar::value).max().orElse(0);
    }

    double sum() {
        return bars.stream().mapToDouble(Bar::value).sum();
    }
}
