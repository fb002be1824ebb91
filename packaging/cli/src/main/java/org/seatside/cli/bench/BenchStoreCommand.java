package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.service.attendance.RecordService;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.View;
import org.seatside.storage.GeneratedView;
import org.seatside.storage.H2Stores;
import org.seatside.storage.H2ViewHome;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures reading from a large view, and how soon it is there.
@picocli.CommandLine.Command(
        name = "store",
        mixinStandardHelpOptions = true,
        description = "Measure a store of many rows.",
        footer = {
            "",
            "Writes a campus of 20,000 students with many records of attendance straight into a view, closes it, and",
            "measures how soon it is there again and how long lists take. 'cold' is the first time after the start.",
            "After a kill a node goes on from the state that its view kept last; a snapshot is for the day on which",
            "the view's files are damaged, for other nodes and for backups.",
            "",
            "Exit status: 0 if everything could be measured; 1 if the disk failed; 2 for bad usage."
        })
final class BenchStoreCommand implements Callable<Integer> {
    private static final int ASKED = 30;
    private static final int PAGE = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print JSON, one object a line.")
    private boolean json;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "15000000",
            description = "Records of attendance; default ${DEFAULT-VALUE}.")
    private long rows;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where to write it, and to leave it; default a folder that is deleted.")
    private @Nullable Path folder;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    BenchStoreCommand() {}

    @Override
    public Integer call() {
        if (rows < 1) {
            throw new ParameterException(spec.commandLine(), "--rows takes 1 or more");
        }
        try {
            Path home = folder == null ? Files.createTempDirectory("seatside-store") : folder;
            try {
                measure(home);
            } finally {
                if (folder == null) {
                    delete(home);
                }
            }
            return 0;
        } catch (IOException e) {
            spec.commandLine().getErr().println("seatside: " + e.getMessage());
            return 1;
        }
    }

    private void measure(Path at) throws IOException {
        GeneratedView generated = new GeneratedView(rows, this::progress);
        Path snapshot = at.resolve("snapshot");
        Files.deleteIfExists(snapshot);
        try (H2ViewHome home = new H2ViewHome(at.resolve("view"), new AttendanceStateMachine())) {
            long started = System.nanoTime();
            View view = generated.open(home);
            say("write it", millis(started), 1);
            started = System.nanoTime();
            view.close();
            say("close", millis(started), 1);
            say("size in MB", Files.size(at.resolve("view/view.mv.db")) / 1e6, 1);
            started = System.nanoTime();
            view = home.openClean().orElseThrow(() -> new IOException("The view was not closed cleanly"));
            say("there after a clean stop", millis(started), 1);
            ask(home.stores(), generated);
            started = System.nanoTime();
            View.Kept kept = view.keep();
            say("keep the state, while nothing is applied", millis(started), 1);
            Path crashed = Files.createDirectories(at.resolve("crashed"));
            crash(at.resolve("view"), crashed);
            started = System.nanoTime();
            kept.copyTo(snapshot);
            say("write a snapshot, while more is applied", millis(started), 1);
            view.close();
            killed(crashed);
            started = System.nanoTime();
            view = home.openSnapshot(snapshot);
            say("there from the snapshot alone", millis(started), 1);
            view.close();
        }
    }

    /// What a kill leaves: the files as they are while the view is open.
    private static void crash(Path view, Path into) throws IOException {
        try (Stream<Path> files = Files.list(view)) {
            for (Path file : files.toList()) {
                Files.copy(file, into.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void killed(Path crashed) throws IOException {
        try (H2ViewHome home = new H2ViewHome(crashed, new AttendanceStateMachine())) {
            long started = System.nanoTime();
            View view = home.openKept().orElseThrow(() -> new IOException("The state that was kept is not there"));
            say("there after a kill, without the log behind the kept state", millis(started), 1);
            view.close();
        }
    }

    private void ask(H2Stores stores, GeneratedView generated) throws IOException {
        LocalDate last = generated.lastDay();
        Instant now = last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        RecordService records = new RecordService(
                stores.records(),
                stores.roster(),
                stores.timetable(),
                new Commands(new NoLog(), InstantSource.fixed(now)),
                InstantSource.fixed(now),
                ZoneOffset.ofHours(9));
        Random random = new Random(1);
        time(
                "student's history",
                () -> records.history(GeneratedView.student(random.nextInt(GeneratedView.STUDENTS)), null, 50));
        time(
                "class sheet",
                () -> records.sheet(
                        GeneratedView.section(random.nextLong(generated.sections())), last.minusDays(200), last));
        time("a day's counts", () -> {
            LocalDate day = last.minusDays(random.nextInt(60));
            return records.statistics(day, day);
        });
        time("page 1 of the check-ins", () -> stores.attendance().eventsBefore(Long.MAX_VALUE, PAGE));
        long newest =
                stores.attendance().eventsBefore(Long.MAX_VALUE, 1).getFirst().logIndex();
        long far = Math.max(PAGE, newest - 10_000L * PAGE / 40);
        time("page 10,000 of them", () -> stores.attendance().eventsBefore(far, PAGE));
        time("page 1 of the students", () -> stores.roster().students("", null, PAGE));
        time("page 190 of them", () -> stores.roster().students("", "20219000", PAGE));
    }

    private void time(String what, Callable<?> question) throws IOException {
        double[] all = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long started = System.nanoTime();
            try {
                question.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("The view could not be asked for: " + what, e);
            }
            all[i] = millis(started);
        }
        say(what + ", cold", all[0], 1);
        double[] warm = Arrays.copyOfRange(all, 1, ASKED);
        Arrays.sort(warm);
        say(what + ", median", warm[warm.length / 2], ASKED - 1);
        say(what + ", slowest", warm[warm.length - 1], ASKED - 1);
    }

    private void say(String what, double value, int of) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            new JsonLine()
                    .with("rows", rows)
                    .with("what", what)
                    .with("value", value)
                    .with("of", of)
                    .print(out);
        } else {
            out.printf("%-60s %,12.1f%s%n", what, value, what.endsWith("MB") ? "" : " ms");
        }
        out.flush();
    }

    private void progress(long written) {
        PrintWriter err = spec.commandLine().getErr();
        err.printf("\r%,d of %,d rows", written, rows);
        err.flush();
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /// Nothing is written here.
    private static final class NoLog implements CommandLog {
        @Override
        public CompletableFuture<Applied> append(Command command) {
            throw new UnsupportedOperationException("only read");
        }

        @Override
        public Readiness readiness() {
            return new Readiness(true, "", 0);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
