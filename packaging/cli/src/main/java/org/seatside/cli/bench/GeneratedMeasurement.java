package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.seatside.bench.Contest;
import org.seatside.bench.Decoders;
import org.seatside.bench.Tally;
import org.seatside.bench.generate.FrameFiles;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.bench.generate.GeneratedBench;
import org.seatside.bench.generate.GeneratedBench.Row;
import org.seatside.bench.generate.GeneratedBench.Sink;
import org.seatside.bench.generate.Kind;
import org.seatside.cli.text.Escapes;
import org.seatside.qr.corpus.Label.Verdict;
import picocli.CommandLine.ExitCode;

/// Generated frames by kind and strength, against the others.
final class GeneratedMeasurement implements Measurement {
    private static final int FRAMES = 10;

    @Override
    public int run(Settings settings, PrintWriter out) throws IOException {
        List<Kind> kinds = kinds(settings.what());
        Optional<ReadmeBlock> readme = ReadmeBlock.of(settings, "bench scan --generated");
        Path folder = settings.save();
        Sink sink = folder == null ? Sink.NONE : new FrameFiles(folder)::write;
        Contest contest = settings.contest(
                settings.baseline() ? Decoders.others() : List.of(Decoders.zxing(), Decoders.boofcv()));
        GeneratedBench bench = new GeneratedBench(contest, new FrameGenerator(settings.seed()), sink);
        bench.warmUp();
        List<Row> rows = new ArrayList<>();
        for (Kind kind : kinds) {
            for (double strength : kind.strengths()) {
                Row row = bench.run(kind, strength, settings.countOr(FRAMES));
                rows.add(row);
                if (settings.json()) {
                    json(row, out);
                }
            }
        }
        Map<String, Tally> totals = totals(rows);
        if (settings.json()) {
            totals.forEach((decoder, tally) ->
                    new JsonLine().with("total", decoder).with(tally, false).print(out));
        } else {
            text(rows, totals, contest.names(), out);
        }
        if (readme.isPresent()) {
            List<String> block =
                    new ArrayList<>(table(rows, totals, contest.names()).markdown());
            block.add("");
            block.add(settings.countOr(FRAMES) + " frames of 1280x720 a row, seed " + settings.seed() + "; ours: "
                    + settings.inWords() + "; wrong and times are ours.");
            readme.get().write(block);
        }
        return ExitCode.OK;
    }

    private static List<Kind> kinds(List<String> names) throws BadUsageException {
        List<Kind> kinds = new ArrayList<>();
        for (String name : names) {
            kinds.add(Kind.named(name)
                    .orElseThrow(() -> new BadUsageException("no kind of frame '" + name + "': there are "
                            + Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", ")))));
        }
        return kinds.isEmpty() ? List.of(Kind.values()) : kinds;
    }

    private static Map<String, Tally> totals(List<Row> rows) {
        Map<String, Tally> totals = new LinkedHashMap<>();
        for (Row row : rows) {
            row.tallies()
                    .forEach((decoder, tally) ->
                            totals.computeIfAbsent(decoder, key -> new Tally()).addAll(tally));
        }
        return totals;
    }

    private static void json(Row row, PrintWriter out) {
        row.tallies()
                .forEach((decoder, tally) -> new JsonLine()
                        .with("kind", row.kind().label())
                        .with("strength", row.strength())
                        .with("decoder", decoder)
                        .with(tally, false)
                        .print(out));
    }

    private static void text(List<Row> rows, Map<String, Tally> totals, List<String> decoders, PrintWriter out) {
        table(rows, totals, decoders).print(out);
        for (Row row : rows) {
            row.wrong().forEach(wrong -> out.println("WRONG " + Escapes.terminal(wrong)));
        }
    }

    private static Table table(List<Row> rows, Map<String, Tally> totals, List<String> decoders) {
        List<Object> headings = new ArrayList<>(List.of("kind", "strength", "codes"));
        headings.addAll(decoders);
        headings.addAll(List.of("wrong", "ms median", "p95", "max", "what the strength is"));
        Table table = new Table(headings.toArray());
        for (Row row : rows) {
            List<Object> cells = new ArrayList<>(List.of(row.kind().label(), Double.toString(row.strength())));
            addCells(cells, row.tallies());
            cells.add(row.kind().unit());
            table.row(cells.toArray());
        }
        List<Object> cells = new ArrayList<>(List.of("all", ""));
        addCells(cells, totals);
        cells.add("");
        table.row(cells.toArray());
        return table;
    }

    private static void addCells(List<Object> cells, Map<String, Tally> tallies) {
        Tally first = tallies.values().iterator().next();
        cells.add(first.codes());
        tallies.values().forEach(tally -> cells.add(tally.codesRead()));
        cells.add(first.count(Verdict.WRONG));
        cells.add(first.millis().median());
        cells.add(first.millis().p95());
        cells.add(first.millis().max());
    }
}
