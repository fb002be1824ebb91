package org.seatside.cli.bench.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.launch.Admin;
import org.seatside.admin.launch.AdminSettings;
import org.seatside.admin.start.Place;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.fx.FxTasks;
import org.seatside.fx.Theme;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.server.Node;
import org.seatside.server.NodeConfig;
import org.seatside.server.NodeStartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Measures the staff's app on a large campus.
@Command(
        name = "admin",
        mixinStandardHelpOptions = true,
        description = "Measure the staff's app with 20,000 students and millions of check-ins.",
        footer = {
            "",
            "Makes a node's data with as many check-ins as asked (a minute for a million), unless the folder has some, then",
            "opens the app on that node in this process: how soon the window can be used after the program's start, how",
            "soon what a search finds is painted, whether a row is missing while the log is scrolled through, and how long",
            "the JavaFX thread was busy at the longest. The start counts only where the data was there before: run it",
            "twice with --data. Runs without a display where -Dglass.platform=Headless is given.",
            "",
            "Exit status: 0 if everything could be measured; 2 for bad usage."
        })
public final class BenchAdminCommand implements Callable<Integer> {
    private static final String NAME = "bench";
    private static final String PASSWORD = "a sentence that is in no list";
    private static final int PAGES = 100;
    private static final int PAGE = 20;
    private static final List<String> QUERIES = List.of("김민", "ㅇㅎㅅ", "20261", "강", "ㅈ", "20270999", "윤수", "ㄱㅁㅅ", "임");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1500000",
            description = "Check-ins; default 1.5 million.")
    private long rows;

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the node's data there, and use what is there.")
    private @Nullable Path data;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public BenchAdminCommand() {}

    @Override
    public Integer call() throws IOException, NodeStartException, NodeException {
        if (rows < 1) {
            throw new ParameterException(spec.commandLine(), "--rows takes 1 or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Path folder = data == null ? Files.createTempDirectory("seatside-bench") : data;
        boolean there = Files.exists(folder.resolve("log"));
        try {
            FullCampus.in(folder, rows, made -> err.println("made " + made + " of " + rows));
            measure(folder, there, out);
        } finally {
            if (data == null) {
                delete(folder);
            }
        }
        return 0;
    }

    private static void measure(Path folder, boolean there, PrintWriter out)
            throws IOException, NodeStartException, NodeException {
        CompletableFuture<Void> toolkit = new CompletableFuture<>();
        Platform.startup(() -> toolkit.complete(null));
        try (Node node = Node.start(NodeConfig.in(folder).withHttp(new NodeConfig.Http(NodeConfig.Http.LOOPBACK, 0)));
                NodeClient client = new NodeClient(List.of(node.baseUri()), new Json());
                FxTasks tasks = new FxTasks()) {
            say(out, there, "node ready after the start");
            SignedIn session = session(client, node);
            About about = client.about();
            say(out, there, "signed in after the start");
            toolkit.join();
            Admin admin = AdminHand.onScreen(tasks, () -> open(node.baseUri(), about, session));
            AdminHand hand = new AdminHand(admin, tasks);
            hand.await(() -> !hand.table().getItems().isEmpty());
            hand.paint();
            say(out, there, "window painted with today's list after the start");
            try (UiWatch watch = new UiWatch(tasks)) {
                search(hand, watch, out);
                scroll(hand, watch, out);
            }
            AdminHand.onScreen(tasks, () -> {
                admin.close();
                return true;
            });
        } finally {
            Platform.exit();
        }
    }

    private static SignedIn session(NodeClient client, Node node) throws IOException, NodeException {
        if (!client.about().needsSetup()) {
            return client.signIn(new SignIn(NAME, PASSWORD));
        }
        String token =
                Files.readString(node.dataFolder().resolve("setup-token")).strip();
        return client.setup(new Setup(token, NAME, PASSWORD), client.newCommand());
    }

    private static Admin open(URI uri, About about, SignedIn session) {
        AdminSettings settings = new AdminSettings(
                Locale.KOREAN,
                Theme.LIGHT,
                1,
                AdminSettings.WIDTH,
                AdminSettings.HEIGHT,
                () -> new FolderFrameSource(Path.of("no-camera"), 5, FolderFrameSource.Repeat.LOOP),
                _ -> {});
        Stage stage = new Stage();
        Admin admin = new Admin(stage, List.of(uri), Place.at(uri), settings);
        admin.open(about, session);
        stage.show();
        return admin;
    }

    private static void search(AdminHand hand, UiWatch watch, PrintWriter out) {
        hand.onScreen(() -> {
            hand.go(Screen.STUDENTS);
            return true;
        });
        hand.await(() -> hand.table().getItems().size() >= PAGE);
        TableView<?> table = hand.onScreen(hand::table);
        watch.longestMillis();
        List<Double> took = new ArrayList<>();
        for (String query : QUERIES) {
            Object before = hand.onScreen(() -> List.copyOf(table.getItems()));
            took.add(hand.millis(
                    () -> hand.field("students.search").setText(query),
                    () -> !table.getItems().equals(before)));
        }
        took.sort(null);
        say(out, "search to painted result, median", took.get(took.size() / 2));
        say(out, "search to painted result, longest", took.getLast());
        say(out, "JavaFX thread busy meanwhile, longest", watch.longestMillis());
    }

    /// Pages through the log of everything and looks each time whether the window is full of rows.
    private static void scroll(AdminHand hand, UiWatch watch, PrintWriter out) {
        hand.onScreen(() -> {
            hand.go(Screen.ATTENDANCE);
            hand.toggle("attendance.log").fire();
            return true;
        });
        // What scrolls has its content in the window only once it was laid out.
        hand.paint();
        hand.onScreen(() -> {
            hand.choice("log.days").setValue(0);
            return true;
        });
        hand.await(() -> hand.table().getItems().size() >= PAGE);
        TableView<?> table = hand.onScreen(hand::table);
        watch.longestMillis();
        int missing = 0;
        List<Double> took = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            int row = page * PAGE;
            missing += hand.onScreen(() -> table.getItems().size() < row + PAGE) ? 1 : 0;
            took.add(hand.millis(
                    () -> table.scrollTo(row), () -> table.getItems().size() >= row + PAGE));
        }
        took.sort(null);
        say(out, "a page of the log to painted, median", took.get(took.size() / 2));
        say(out, "a page of the log to painted, longest", took.getLast());
        say(out, "JavaFX thread busy meanwhile, longest", watch.longestMillis());
        out.printf(
                Locale.ROOT, "%-52s %8d of %d%n", "pages that were not there when they were reached", missing, PAGES);
    }

    private static void say(PrintWriter out, boolean there, String what) {
        double millis = System.currentTimeMillis()
                - (double) ManagementFactory.getRuntimeMXBean().getStartTime();
        if (there) {
            say(out, what, millis);
        }
    }

    private static void say(PrintWriter out, String what, double millis) {
        out.printf(Locale.ROOT, "%-52s %8.0f ms%n", what, millis);
        out.flush();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
