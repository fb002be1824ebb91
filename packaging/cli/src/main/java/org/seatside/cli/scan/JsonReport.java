package org.seatside.cli.scan;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.seatside.cli.text.Escapes;

/// One JSON object a line, for programs.
final class JsonReport implements Report {
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    private final PrintWriter out;

    JsonReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void image(Scanned scanned) {
        String file = Escapes.json(scanned.file().toString());
        if (scanned.failure().isPresent()) {
            line("{\"file\":" + file + ",\"error\":"
                    + Escapes.json(scanned.failure().get()) + "}");
            return;
        }
        String texts = scanned.texts().stream().map(Escapes::json).collect(Collectors.joining(",", "[", "]"));
        String stage = scanned.stage().isEmpty() ? "null" : Escapes.json(scanned.stage());
        line("{\"file\":" + file + ",\"texts\":" + texts + ",\"ms\":" + number(scanned.millis()) + ",\"stage\":" + stage
                + "}");
    }

    @Override
    public void totals(Totals totals) {
        StringBuilder line = new StringBuilder()
                .append("{\"files\":")
                .append(totals.files())
                .append(",\"read\":")
                .append(totals.read())
                .append(",\"msMedian\":")
                .append(number(totals.millis(MEDIAN)))
                .append(",\"msP95\":")
                .append(number(totals.millis(P95)));
        if (totals.expected() > 0) {
            line.append(",\"expected\":").append(totals.expected());
            line.append(",\"right\":").append(totals.right());
            line.append(",\"wrong\":").append(totals.wrong());
        }
        if (totals.errors() > 0) {
            line.append(",\"errors\":").append(totals.errors());
        }
        line(line.append('}').toString());
    }

    /// The same line end on every system.
    private void line(String text) {
        out.print(text + "\n");
    }

    private static String number(double millis) {
        return String.format(Locale.ROOT, "%.2f", millis);
    }
}
