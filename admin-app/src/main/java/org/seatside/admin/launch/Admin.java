package org.seatside.admin.launch;

import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.administration.AdministrationPage;
import org.seatside.admin.attendance.AttendanceView;
import org.seatside.admin.insight.InsightPage;
import org.seatside.admin.kiosk.KiosksView;
import org.seatside.admin.kiosk.KiosksViewModel;
import org.seatside.admin.print.PassPdf;
import org.seatside.admin.room.RoomsPage;
import org.seatside.admin.shell.ProofViewModel;
import org.seatside.admin.shell.ShellView;
import org.seatside.admin.shell.ShellViewModel;
import org.seatside.admin.start.Place;
import org.seatside.admin.start.StartView;
import org.seatside.admin.start.StartViewModel;
import org.seatside.admin.student.PassWords;
import org.seatside.admin.student.Printing;
import org.seatside.admin.student.StudentsView;
import org.seatside.admin.timetable.TimetablePage;
import org.seatside.admin.today.TodayView;
import org.seatside.admin.today.TodayViewModel;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Pages;
import org.seatside.admin.ui.Screen;
import org.seatside.admin.ui.UndoViewModel;
import org.seatside.admin.ui.WorkViewModel;
import org.seatside.admin.ui.Workplace;
import org.seatside.client.NodeClient;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.fx.FxTasks;
import org.seatside.fx.Messages;
import org.seatside.fx.Typeface;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignedIn;

/// The admin app in one window: all its parts put together, here and nowhere else. Made, used and closed on the
/// JavaFX thread; several can live in one process. It starts no node: who does hands over its [Place].
public final class Admin implements AutoCloseable {
    private final FxTasks tasks = new FxTasks();
    private final NodeClient client;
    private final NodeLink link;
    private final Place place;
    private final AdminSettings settings;
    private final PrintFonts fonts;
    private final Display display;
    private final StackPane root = new StackPane();
    private final Scene scene;
    private final FileDialogs dialogs;
    private final StartViewModel start;
    private final StartView startView;
    private @Nullable ShellViewModel shell;
    private @Nullable ShellView shellView;
    private @Nullable ProofViewModel proof;
    private @Nullable Pages pages;
    private @Nullable Workplace workplace;

    /// @param stage gets the scene; it is shown by [#open]
    public Admin(Stage stage, List<URI> nodes, Place place, AdminSettings settings) {
        this(stage, nodes, place, settings, new StageFileDialogs(stage, settings.browser()));
    }

    /// @param stage gets the scene; it is shown by [#open]
    /// @param dialogs ask for files in place of the system's own
    public Admin(Stage stage, List<URI> nodes, Place place, AdminSettings settings, FileDialogs dialogs) {
        this.place = place;
        this.settings = settings;
        client = new NodeClient(nodes, new Json());
        link = new NodeLink(client, tasks);
        fonts = PrintFonts.ofThisComputer();
        display = display(settings);
        scene = new Scene(root, settings.width(), settings.height());
        scene.getStylesheets().add(sheet());
        display.theme().addListener((_, _, _) -> dress());
        display.scale().addListener((_, _, _) -> dress());
        dress();
        this.dialogs = dialogs;
        start = new StartViewModel(link, place, this::opened);
        startView = new StartView(start, display);
        link.sessionEnded().addListener((_, _, ended) -> {
            if (ended) {
                askAgain();
            }
        });
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(480);
        stage.titleProperty()
                .bind(display.messages().text("app.title", place.uri().getAuthority()));
    }

    private static String sheet() {
        URL sheet = Display.class.getResource("admin.css");
        if (sheet == null) {
            throw new IllegalStateException("admin.css is not in the jar");
        }
        return sheet.toExternalForm();
    }

    private static Display display(AdminSettings settings) {
        Typeface typeface = Typeface.find();
        Locale language = typeface.korean() ? settings.language() : Locale.ENGLISH;
        return new Display(
                new Messages(Display.class, "admin", language), typeface, settings.theme(), settings.textScale());
    }

    private void dress() {
        display.theme().get().apply(scene, display.typeface(), display.em(1));
    }

    /// Shows the way in: connecting, the first administrator, or signing in.
    public void open() {
        root.getChildren().setAll(startView.content());
        start.connect();
    }

    /// Goes in with a session that is open already, as the demo does.
    ///
    /// @param about what the node says of itself
    public void open(About about, SignedIn session) {
        client.resume(session.token());
        build(about, session);
    }

    private void opened(SignedIn session) {
        About about = start.about().get();
        if (about == null) {
            throw new IllegalStateException("A session was opened on a node that has not answered");
        }
        ShellViewModel before = shell;
        if (before != null && before.session().account().equals(session.account()) && shellView != null) {
            root.getChildren().setAll(shellView.content());
            go(before.screen().get());
            return;
        }
        leave();
        build(about, session);
    }

    private void build(About about, SignedIn session) {
        Clock clock = Clock.offset(Clock.system(ZoneId.of(about.zone())), Duration.between(Instant.now(), about.now()));
        ShellViewModel model = new ShellViewModel(link, session, this::signedOut);
        Workplace shared = new Workplace(
                link,
                about,
                session,
                display,
                clock,
                dialogs,
                settings.preferences(),
                new WorkViewModel(tasks),
                new UndoViewModel(),
                this::go);
        Pages made = pages(shared);
        ProofViewModel asked = new ProofViewModel(tasks);
        client.askForProof(asked);
        proof = asked;
        ShellView view = new ShellView(model, shared, made, place, asked);
        shell = model;
        shellView = view;
        pages = made;
        workplace = shared;
        root.getChildren().setAll(view.content());
    }

    /// A new page is a line here.
    private Pages pages(Workplace at) {
        TodayViewModel today = new TodayViewModel(link, at.clock(), at.hasAny(Role.ADMINISTRATOR));
        today.open();
        return new Pages()
                .add(Screen.TODAY, new TodayView(today, display, at.clock().getZone(), at.go()))
                .add(Screen.STUDENTS, new StudentsView(at, printing(at)))
                .add(Screen.ROOMS, RoomsPage.of(at, fonts, settings.cameras()))
                .add(Screen.ATTENDANCE, new AttendanceView(at))
                .add(Screen.KIOSKS, new KiosksView(new KiosksViewModel(link, at.clock()), at, place.uri()))
                .add(Screen.TIMETABLE, TimetablePage.of(at))
                .add(Screen.INSIGHT, InsightPage.of(at))
                .add(Screen.ADMINISTRATION, AdministrationPage.of(at, new TrailOnThisComputer()));
    }

    private Printing printing(Workplace at) {
        return new Printing(
                new PassPdf(fonts), new PassWords(display.messages(), at.about().campus(), fonts.korean()), at.clock());
    }

    /// Goes to a screen; nothing happens before somebody is signed in.
    public void go(Screen screen) {
        ShellViewModel model = shell;
        if (model != null) {
            model.go(screen);
        }
    }

    private void go(Destination where) {
        go(where.screen());
        String part = where.part();
        if (part != null && pages != null) {
            pages.of(where.screen()).goTo(part);
        }
    }

    private void askAgain() {
        root.getChildren().setAll(startView.content());
        start.connect();
    }

    private void signedOut() {
        leave();
        open();
    }

    private void leave() {
        if (pages != null) {
            pages.close();
        }
        client.askForProof(null);
        if (proof != null) {
            proof.cancel();
        }
        if (workplace != null) {
            workplace.work().cancelAll();
        }
        proof = null;
        pages = null;
        workplace = null;
        shell = null;
        shellView = null;
    }

    /// The scene, for pictures.
    public Scene scene() {
        return scene;
    }

    /// Language, theme and text size.
    public Display display() {
        return display;
    }

    /// Ends all calls and the live feed; the window stays to whoever opened it.
    @Override
    public void close() {
        leave();
        tasks.close();
        client.close();
    }
}
