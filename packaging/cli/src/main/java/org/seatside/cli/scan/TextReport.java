package org.seatside.cli.scan;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.seatside.cli.text.Escapes;
import org.seatside.qr.corpus.Label.Verdict;

/// For people: a line for each image, then a table by folder where texts were expected.
final class TextReport implements Report {
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    private final PrintWriter out;
    private final Map<String, Totals> folders = new TreeMap<>();

    TextReport(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void image(Scanned scanned) {
        String folder = String.valueOf(scanned.file().toAbsolutePath().getParent());
        folders.computeIfAbsent(folder, key -> new Totals()).add(scanned);
        out.println(Escapes.terminal(scanned.file().toString()) + ": " + result(scanned));
    }

    private static String result(Scanned scanned) {
        if (scanned.failure().isPresent()) {
            return "error: " + scanned.failure().get();
        }
        if (scanned.texts().isEmpty()) {
            return String.format(Locale.ROOT, "nothing read (%.1f ms)", scanned.millis());
        }
        String texts = scanned.texts().stream()
                .map(text -> "\"" + Escapes.terminal(text) + "\"")
                .collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "%s (%.1f ms, %s)", texts, scanned.millis(), scanned.stage())
                + (scanned.verdict() == Verdict.WRONG ? " NOT AS EXPECTED" : "");
    }

    @Override
    public void totals(Totals totals) {
        if (totals.expected() > 0) {
            out.println();
            row("images", "read", "expected", "right", "wrong", "median ms", "p95 ms", "folder");
            folders.forEach((folder, counts) -> row(counts, Escapes.terminal(folder)));
            row(totals, "all");
        } else {
            out.printf(
                    Locale.ROOT,
                    "%d images, %d read, median %.1f ms, p95 %.1f ms%n",
                    totals.files(),
                    totals.read(),
                    totals.millis(MEDIAN),
                    totals.millis(P95));
        }
        if (totals.errors() > 0) {
            out.println(totals.errors() + " could not be opened");
        }
    }

    private void row(Totals counts, String name) {
        row(
                counts.files(),
                counts.read(),
                counts.expected(),
                counts.right(),
                counts.wrong(),
                String.format(Locale.ROOT, "%.1f", counts.millis(MEDIAN)),
                String.format(Locale.ROOT, "%.1f", counts.millis(P95)),
                name);
    }

    private void row(Object... cells) {
        out.printf(Locale.ROOT, "%6s %6s %9s %6s %6s %10s %8s  %s%n", cells);
    }
}
