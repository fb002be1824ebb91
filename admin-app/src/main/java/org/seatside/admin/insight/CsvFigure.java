package org.seatside.admin.insight;

import java.nio.charset.StandardCharsets;
import org.seatside.exchange.table.Formulas;
import org.seatside.fx.Messages;

/// A figure as CSV that spreadsheets open as it is meant: UTF-8 with its mark, and no text that begins a
/// formula.
final class CsvFigure {
    private static final char MARK = '\ufeff';

    private CsvFigure() {}

    static byte[] of(Figure figure, Messages messages) {
        StringBuilder text = new StringBuilder().append(MARK);
        line(text, messages.now(figure.axis()), messages.now(figure.unit()));
        for (Figure.Bar bar : figure.bars()) {
            line(text, bar.word().isEmpty() ? bar.label() : messages.now(bar.word()), Numbers.plain(bar.value()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder text, String label, String value) {
        text.append(cell(label)).append(',').append(cell(value)).append("\r\n");
    }

    private static String cell(String value) {
        String safe = Formulas.begins(value) ? Formulas.TEXT_MARK + value : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
