package org.seatside.admin.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.seatside.exchange.table.Formulas;

/// Rows as tab-separated text, which every spreadsheet takes from the clipboard.
public final class TabText {
    private TabText() {}

    /// @param head the first line
    public static String of(List<String> head, List<List<String>> rows) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(head);
        lines.addAll(rows);
        return lines.stream()
                .map(line -> line.stream().map(TabText::cell).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// One cell must stay one cell, and text stay text.
    private static String cell(String text) {
        String marked = Formulas.begins(text) ? Formulas.TEXT_MARK + text : text;
        return marked.replaceAll("[\\t\\r\\n]+", " ");
    }
}
