package org.seatside.cli.bench.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.seatside.exchange.ExportFiles;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.service.export.ExportRequest;
import org.seatside.service.export.ExportService;
import org.seatside.service.export.ExportStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures exports.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Measure how long an export takes and what memory it needs.",
        footer = {
            "",
            "Makes a view with as many check-ins as asked (a minute for a million), then reads all of them in a plain",
            "loop and exports all of them, in turns. 'live' is the heap that is left after collections while it runs,",
            "beyond what was there before; 'peak' counts garbage too and depends on the heap the JVM was given. 'cpu' is",
            "the whole process's, collections and compiler included.",
            "",
            "Exit status: 0 if everything could be measured; 2 for bad usage."
        })
public final class BenchExportCommand implements Callable<Integer> {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final double MILLION = 1e6;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rows", paramLabel = "N", defaultValue = "1000000", description = "Check-ins; default a million.")
    private long rows;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description = "How often; default 5.")
    private int rounds;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the view there, and use what is there.")
    private @Nullable Path data;

    @Option(names = "--xlsx", description = "Measure Excel too.")
    private boolean xlsx;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public BenchExportCommand() {}

    @Override
    public Integer call() throws IOException {
        if (rows < 1 || rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rows and --rounds take 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = data == null ? Files.createTempDirectory("seatside-bench") : data;
        try (ManyRows view = ManyRows.in(folder, rows, made -> err.println("made " + made + " of " + rows))) {
            measure(view.stores().exports(), out);
        } finally {
            if (data == null) {
                delete(folder);
            }
        }
        return 0;
    }

    private void measure(ExportStore store, PrintWriter out) throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            measure(
                    store,
                    new ExportService(
                            store, new ExportFiles(), (_, _, _, _) -> {}, SEOUL, InstantSource.system(), threads),
                    out);
        }
    }

    private void measure(ExportStore store, ExportService service, PrintWriter out) throws IOException {
        out.printf(Locale.ROOT, "%-22s %8s %8s %12s %9s %9s%n", "", "ms", "cpu ms", "rows/s", "live MB", "peak MB");
        for (int round = 1; round <= rounds; round++) {
            print(out, round + " plain loop", Measured.of(() -> loop(store)));
            print(out, round + " check-ins csv", Measured.of(() -> write(service, ExportFormat.CSV)));
            print(out, round + " check-ins jsonl", Measured.of(() -> write(service, ExportFormat.JSONL)));
            if (xlsx) {
                print(out, round + " check-ins xlsx", Measured.of(() -> write(service, ExportFormat.XLSX)));
            }
            print(
                    out,
                    round + " attendance csv",
                    Measured.of(() -> service.attendance(ExportFilter.ALL, request(ExportFormat.CSV))
                            .body()
                            .writeTo(OutputStream.nullOutputStream())));
        }
    }

    private static void loop(ExportStore store) {
        long seen = 0;
        for (Iterator<List<CheckInEvent>> parts = store.events(ExportFilter.ALL); parts.hasNext(); ) {
            seen += parts.next().size();
        }
        if (seen == 0) {
            throw new IllegalStateException("the view is empty");
        }
    }

    private static void write(ExportService service, ExportFormat format) throws IOException {
        service.checkIns(ExportFilter.ALL, request(format)).body().writeTo(OutputStream.nullOutputStream());
    }

    private static ExportRequest request(ExportFormat format) {
        return new ExportRequest(format, Locale.KOREAN, "measured", "bench");
    }

    private void print(PrintWriter out, String what, Measured measured) {
        out.printf(
                Locale.ROOT,
                "%-22s %8.0f %8.0f %12.0f %9.1f %9.1f%n",
                what,
                measured.nanos() / MILLION,
                measured.cpu() / MILLION,
                rows / (measured.nanos() / 1e9),
                measured.live() / MILLION,
                measured.peak() / MILLION);
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
