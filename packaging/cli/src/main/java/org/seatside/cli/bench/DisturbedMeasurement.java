package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatside.bench.Tally;
import org.seatside.bench.disturb.DisturbedBench;
import org.seatside.bench.disturb.DisturbedBench.Row;
import org.seatside.bench.disturb.Disturber;
import org.seatside.bench.folder.ImageFolders;
import org.seatside.bench.folder.ImageFolders.Folder;
import org.seatside.cli.text.Escapes;
import org.seatside.qr.corpus.Label.Verdict;
import picocli.CommandLine.ExitCode;

/// Photographs made harder, by how.
final class DisturbedMeasurement implements Measurement {
    private static final int PICTURES = 60;

    @Override
    public int run(Settings settings, PrintWriter out) throws IOException {
        if (settings.what().isEmpty()) {
            throw new BadUsageException("name at least one folder with --disturb");
        }
        Optional<ReadmeBlock> readme = ReadmeBlock.of(settings, "bench scan --disturb");
        List<Folder> folders = ImageFolders.below(settings.folders());
        DisturbedBench bench =
                new DisturbedBench(settings.contest(), new Disturber(settings.seed()), settings.maxSide());
        List<Row> rows = bench.run(folders, settings.countOr(PICTURES));
        Map<String, Tally> totals = new LinkedHashMap<>();
        rows.forEach(row -> row.tallies()
                .forEach((decoder, tally) ->
                        totals.computeIfAbsent(decoder, key -> new Tally()).addAll(tally)));
        if (settings.json()) {
            rows.forEach(row -> json(row, out));
        } else {
            table(rows, totals).print(out);
            rows.forEach(row -> row.wrong().forEach(wrong -> out.println("WRONG " + Escapes.terminal(wrong))));
        }
        if (readme.isPresent()) {
            List<String> block = new ArrayList<>(table(rows, totals).markdown());
            block.add("");
            block.add("About " + settings.countOr(PICTURES) + " pictures a row, seed " + settings.seed() + "; ours: "
                    + settings.inWords() + "; wrong and times are ours.");
            readme.get().write(block);
        }
        return ExitCode.OK;
    }

    private static void json(Row row, PrintWriter out) {
        row.tallies()
                .forEach((decoder, tally) -> new JsonLine()
                        .with("disturbance", row.disturbance().label())
                        .with("decoder", decoder)
                        .with(tally, false)
                        .print(out));
    }

    private static Table table(List<Row> rows, Map<String, Tally> totals) {
        List<Object> headings = new ArrayList<>(List.of("disturbance", "codes"));
        headings.addAll(totals.keySet());
        headings.addAll(List.of("wrong", "cpu ms median", "p95", "max", "what is done"));
        Table table = new Table(headings.toArray());
        rows.forEach(row -> table.row(cells(
                row.disturbance().label(), row.tallies(), row.disturbance().description())));
        table.row(cells("all", totals, ""));
        return table;
    }

    private static Object[] cells(String label, Map<String, Tally> tallies, String description) {
        Tally first = tallies.values().iterator().next();
        List<Object> cells = new ArrayList<>(List.of(label, first.codes()));
        tallies.values().forEach(tally -> cells.add(tally.codesRead()));
        cells.add(first.count(Verdict.WRONG));
        cells.add(first.cpuMillis().median());
        cells.add(first.cpuMillis().p95());
        cells.add(first.cpuMillis().max());
        cells.add(description);
        return cells.toArray();
    }
}
