package org.seatside.cli.bench;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.seatside.bench.Tally;
import org.seatside.bench.folder.FolderBench.Result;
import org.seatside.cli.text.Escapes;
import org.seatside.qr.corpus.Label.Verdict;

/// Sums up folders and shows them.
final class FolderReport {
    private static final String ALL = "all";

    private final List<Result> results = new ArrayList<>();
    private final Map<String, Tally> totals = new LinkedHashMap<>();
    private final Map<String, Integer> falseReads = new LinkedHashMap<>();

    void add(Result result) {
        results.add(result);
        result.tallies().forEach((decoder, tally) -> {
            totals.computeIfAbsent(decoder, key -> new Tally()).addAll(tally);
            falseReads.merge(decoder, falseReads(result, tally), Integer::sum);
        });
    }

    boolean anyUnreadable() {
        return results.stream().anyMatch(result -> !result.unreadable().isEmpty());
    }

    void json(PrintWriter out) {
        for (Result result : results) {
            result.tallies()
                    .forEach((decoder, tally) -> new JsonLine()
                            .with("folder", result.folder().path().toString())
                            .with("decoder", decoder)
                            .with(tally, !result.folder().labelled())
                            .with("unreadable", result.unreadable().size())
                            .print(out));
        }
        int unreadable =
                results.stream().mapToInt(result -> result.unreadable().size()).sum();
        totals.forEach((decoder, tally) -> new JsonLine()
                .with("total", decoder)
                .with(tally, false)
                .with("falseReadsInAll", falseReads.getOrDefault(decoder, 0))
                .with("unreadable", unreadable)
                .print(out));
    }

    void text(PrintWriter out) {
        byFolder().print(out);
        out.println();
        byDecoder().print(out);
        out.println();
        totals.forEach((decoder, tally) -> out.println(decoder + " read by " + stages(tally)));
        for (Result result : results) {
            result.wrong().forEach(wrong -> out.println("WRONG " + Escapes.terminal(wrong)));
            result.unreadable().forEach(file -> out.println("not opened: " + Escapes.terminal(file)));
        }
    }

    /// Two tables and a line, for a README.
    List<String> markdown() {
        List<String> lines = new ArrayList<>(byFolder().markdown());
        lines.add("");
        lines.addAll(byDecoder().markdown());
        totals.entrySet().stream().findFirst().ifPresent(first -> {
            lines.add("");
            lines.add(first.getKey() + " read by " + stages(first.getValue()) + ".");
        });
        return lines;
    }

    /// The first decoder in full, of the others what they read.
    private Table byFolder() {
        List<String> decoders = List.copyOf(totals.keySet());
        List<Object> headings = new ArrayList<>(List.of("folder", "images", "codes"));
        headings.addAll(decoders);
        headings.addAll(List.of("recall %", "unsure", "wrong", "false", "ms median", "p95", "max"));
        Table table = new Table(headings.toArray());
        for (Result result : results) {
            Map<String, Tally> tallies = result.tallies();
            Tally first = tallies.values().iterator().next();
            List<Object> row = new ArrayList<>();
            row.add(Escapes.terminal(String.valueOf(result.folder().path().getFileName())));
            addCells(row, tallies, first, falseReads(result, first));
            table.row(row.toArray());
        }
        List<Object> row = new ArrayList<>(List.of(ALL));
        Tally first = totals.values().iterator().next();
        addCells(row, totals, first, falseReads.getOrDefault(decoders.getFirst(), 0));
        table.row(row.toArray());
        return table;
    }

    private static void addCells(List<Object> row, Map<String, Tally> tallies, Tally first, int falseReads) {
        row.add(first.pictures());
        row.add(first.codes());
        tallies.values().forEach(tally -> row.add(tally.codesRead()));
        row.add(first.codes() == 0 ? "" : percent(first));
        row.add(first.count(Verdict.UNSURE));
        row.add(first.count(Verdict.WRONG));
        row.add(falseReads);
        row.add(first.millis().median());
        row.add(first.millis().p95());
        row.add(first.millis().max());
    }

    private Table byDecoder() {
        Table table = new Table(
                "decoder",
                "read",
                "recall %",
                "unsure",
                "wrong",
                "false",
                "ms median",
                "p95",
                "max",
                "cpu ms median",
                "p95",
                "max",
                "cut off",
                "ms late p95",
                "max");
        totals.forEach((decoder, tally) -> table.row(
                decoder,
                tally.codesRead(),
                percent(tally),
                tally.count(Verdict.UNSURE),
                tally.count(Verdict.WRONG),
                falseReads.getOrDefault(decoder, 0),
                tally.millis().median(),
                tally.millis().p95(),
                tally.millis().max(),
                tally.cpuMillis().median(),
                tally.cpuMillis().p95(),
                tally.cpuMillis().max(),
                tally.overMillis().size(),
                tally.overMillis().p95(),
                tally.overMillis().max()));
        return table;
    }

    private static String percent(Tally tally) {
        return String.format(Locale.ROOT, "%.1f", 100 * tally.recall());
    }

    private static String stages(Tally tally) {
        List<String> stages = tally.stages().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(stage -> stage.getKey() + " " + stage.getValue())
                .toList();
        return stages.isEmpty() ? "nothing" : String.join(", ", stages);
    }

    private static int falseReads(Result result, Tally tally) {
        return result.folder().labelled() ? 0 : tally.count(Verdict.UNEXPECTED);
    }
}
