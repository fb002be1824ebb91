package org.seatside.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Rows of cells, as wide as they need to be: the first column to the left, the others to the right.
final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    Table(Object... headings) {
        row(headings);
    }

    /// Fractions are shown with one digit after the point.
    void row(Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(cell instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : String.valueOf(cell));
        }
        rows.add(row);
    }

    void print(PrintWriter out) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(widths[i] - row.get(i).length());
                line.append(i == 0 ? row.get(i) + padding : "  " + padding + row.get(i));
            }
            out.print(line.toString().stripTrailing() + "\n");
        }
    }

    /// The same as a table of Markdown.
    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add("| " + String.join(" | ", row) + " |");
        }
        lines.add(1, "|---" + "|---:".repeat(rows.getFirst().size() - 1) + "|");
        return lines;
    }
}
