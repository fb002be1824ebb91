package org.seatside.admin.today;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.kiosk.KioskHealth;
import org.seatside.admin.kiosk.SeenWords;
import org.seatside.admin.ui.AdaptiveColumns;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.StackingPane;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.roster.Kiosk;

/// What support staff see first: one line that says whether all is well, then who checks in, then kiosks and the
/// way upstream.
public final class TodayView implements Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm");
    private static final double NARROW_EM = 42;
    private static final double LIST_EM = 22;

    private final TodayViewModel model;
    private final Display display;
    private final Widgets widgets;
    private final ZoneId zone;
    private final TableView<CheckInEvent> table;
    private final VBox content = new VBox();
    private final VerdictView verdict;
    private final VBox kiosks = new VBox();
    private final VBox upstream = new VBox();
    private final VBox help = new VBox();
    private final VBox lessons = new VBox();

    /// @param zone the campus's
    /// @param go to where a concern is mended
    public TodayView(TodayViewModel model, Display display, ZoneId zone, Consumer<Destination> go) {
        this.model = model;
        this.display = display;
        this.widgets = new Widgets(display);
        this.zone = zone;
        this.verdict = new VerdictView(model, widgets, go);
        VBox side = new VBox(lessons, kiosks, upstream);
        side.getStyleClass().add("side");
        lessons.getStyleClass().add("panel");
        help.getStyleClass().addAll("panel", Role.HELP.styleClass() + "-edge");
        kiosks.getStyleClass().add("panel");
        upstream.getStyleClass().add("panel");
        table = new TableView<>(model.checkIns());
        fillTable();
        VBox list = new VBox(head(), table);
        VBox.setVgrow(table, Priority.ALWAYS);
        list.getStyleClass().add("list");
        StackingPane parts = new StackingPane(list, side, display, LIST_EM);
        VBox.setVgrow(parts, Priority.ALWAYS);
        VBox page = new VBox(widgets.label("nav.today", "type-head"), verdict.content(), help, parts);
        page.getStyleClass().add("page");
        ScrollPane scroll = FollowingScroll.of(page);
        scroll.setFitToHeight(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        content.getChildren().add(scroll);
        model.concerns().addListener((ListChangeListener<Concern>) _ -> verdict.show());
        model.known().addListener((_, _, _) -> verdict.show());
        model.kiosks().addListener((ListChangeListener<KioskView>) _ -> showKiosks());
        InvalidationListener calls = _ -> showHelp();
        model.help().open().addListener(calls);
        model.help().notice().addListener(calls);
        model.day().now().addListener((InvalidationListener) _ -> showLessons());
        model.day().next().addListener((InvalidationListener) _ -> showLessons());
        model.upstream().addListener((_, _, _) -> showUpstream());
        display.messages().language().addListener((_, _, _) -> showAll());
        showAll();
    }

    private void showAll() {
        verdict.show();
        showHelp();
        showLessons();
        showKiosks();
        showUpstream();
    }

    private Node head() {
        Label title = widgets.label("today.checkIns", "type-lead");
        Label state = widgets.label(widgets.words(model.live(), this::live), "mark", Role.QUIET.styleClass());
        model.live().addListener((_, _, now) -> mark(state, now));
        mark(state, model.live().get());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, state);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private String live(TodayViewModel.Live state) {
        return display.messages()
                .now(
                        switch (state) {
                            case CONNECTING -> "today.live.connecting";
                            case CONNECTED -> "today.live.connected";
                            case LOST -> "today.live.lost";
                        });
    }

    private void mark(Label label, TodayViewModel.Live state) {
        label.getStyleClass().removeIf(style -> style.startsWith("role-"));
        label.getStyleClass()
                .add(
                        switch (state) {
                            case CONNECTING -> Role.QUIET.styleClass();
                            case CONNECTED -> Role.PRESENT.styleClass();
                            case LOST -> Role.REFUSED.styleClass();
                        });
        label.setGraphic(widgets.icon(state == TodayViewModel.Live.LOST ? Glyphs.NO_LINK : Glyphs.LINK));
    }

    private void fillTable() {
        table.setPlaceholder(widgets.empty(Glyphs.LIST, "today.empty.head", "today.empty.body"));
        table.accessibleTextProperty().bind(display.messages().text("today.checkIns"));
        List<TableColumn<CheckInEvent, CheckInEvent>> wide = List.of(
                widgets.column("today.column.outcome", 11, event -> widgets.mark(Marks.ofOutcome(event.outcome()))),
                widgets.column("today.column.student", 10, this::student),
                widgets.column("today.column.room", 8, this::place),
                widgets.column("today.column.time", 6, this::time),
                widgets.column(
                        "today.column.upstream", 9.5, event -> widgets.mark(Marks.ofUpstream(event.upstream()))));
        List<TableColumn<CheckInEvent, CheckInEvent>> narrow = List.of(
                widgets.column("today.column.outcome", 10, this::outcomeAndUpstream),
                widgets.column("today.column.student", 10, this::studentPlaceAndTime));
        AdaptiveColumns.on(table, display, NARROW_EM, wide, narrow);
    }

    private Node outcomeAndUpstream(CheckInEvent event) {
        return lines(widgets.mark(Marks.ofOutcome(event.outcome())), widgets.mark(Marks.ofUpstream(event.upstream())));
    }

    private Node studentPlaceAndTime(CheckInEvent event) {
        String below = room(event) + " · " + TIME.format(event.takenAt().atZone(zone));
        return lines(widgets.name(name(event), "strong"), widgets.name(below, "type-small", "quiet", "figures"));
    }

    private Node student(CheckInEvent event) {
        String number = event.studentNumber();
        return lines(
                widgets.name(name(event), "strong"),
                text(number == null ? "" : number, "type-small", "quiet", "figures"));
    }

    private Node place(CheckInEvent event) {
        String meeting = event.meeting();
        String below = meeting == null ? event.kioskName() : meeting;
        return lines(widgets.name(room(event)), widgets.name(below, "type-small", "quiet"));
    }

    private Node time(CheckInEvent event) {
        Label time = text(TIME.format(event.takenAt().atZone(zone)), "figures");
        return event.provisional()
                ? lines(time, widgets.label("today.provisional", "type-small", "mark", Role.LATE.styleClass()))
                : time;
    }

    private String name(CheckInEvent event) {
        return event.studentName() == null ? display.messages().now("today.unknownStudent") : event.studentName();
    }

    private String room(CheckInEvent event) {
        return event.roomName() == null ? event.kioskName() : event.roomName();
    }

    private static Label text(@Nullable String text, String... styles) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static VBox lines(Node... lines) {
        VBox box = new VBox(lines);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("lines");
        return box;
    }

    private void showHelp() {
        List<HelpCall> open = model.help().open();
        help.setVisible(!open.isEmpty());
        help.setManaged(!open.isEmpty());
        help.getChildren()
                .setAll(
                        widgets.label("today.help", "type-lead"),
                        widgets.notice(model.help().notice(), null));
        open.forEach(call -> help.getChildren().add(call(call)));
    }

    private Node call(HelpCall call) {
        String kiosk = model.kiosks().stream()
                .map(KioskView::kiosk)
                .filter(it -> it.id().equals(call.kiosk()))
                .map(Kiosk::name)
                .findFirst()
                .orElse("–");
        Label who = widgets.name(kiosk, "strong");
        Label state = widgets.label(
                display.messages()
                        .text(said(call.state()), MINUTE.format(call.calledAt().atZone(zone))),
                "quiet");
        FlowPane ways = new FlowPane(who, state);
        for (HelpCallState answer : HelpViewModel.answers(call)) {
            Button button = widgets.button(
                    answer(answer),
                    null,
                    () -> model.help().answer(call, answer),
                    answer == HelpCallState.COMING ? "accent" : "plain");
            button.accessibleTextProperty()
                    .bind(widgets.words(
                            display.messages().language(),
                            _ -> display.messages().now(answer(answer)) + " · " + kiosk));
            ways.getChildren().add(button);
        }
        ways.setAlignment(Pos.CENTER_LEFT);
        ways.getStyleClass().addAll("panel-row", "actions");
        return ways;
    }

    private static String said(HelpCallState state) {
        return switch (state) {
            case CALLED -> "today.help.called";
            case SEEN -> "today.help.seen";
            case COMING -> "today.help.coming";
            case DONE -> "today.help.done";
        };
    }

    private static String answer(HelpCallState state) {
        return switch (state) {
            case SEEN -> "today.help.answer.seen";
            case COMING -> "today.help.answer.coming";
            case DONE -> "today.help.answer.done";
            case CALLED -> throw new IllegalArgumentException("Nobody answers with a call");
        };
    }

    private void showLessons() {
        lessons.getChildren().setAll(widgets.label("today.lessons", "type-lead"));
        if (model.day().now().isEmpty() && model.day().next().isEmpty()) {
            lessons.getChildren().add(widgets.label("today.lessons.none", "quiet"));
            return;
        }
        model.day().now().forEach(it -> lessons.getChildren().add(lesson(it, "today.lessons.now", Role.PRESENT)));
        model.day().next().forEach(it -> lessons.getChildren().add(lesson(it, "today.lessons.next", Role.QUIET)));
    }

    private Node lesson(DayViewModel.Lesson lesson, String key, Role role) {
        String times = MINUTE.format(lesson.startsAt().atZone(zone)) + "–"
                + MINUTE.format(lesson.endsAt().atZone(zone));
        Label when = widgets.label(display.messages().text(key, times), "mark", "figures", role.styleClass());
        Node row = lines(
                widgets.name(lesson.section(), "strong"), when, widgets.name(lesson.room(), "type-small", "quiet"));
        row.getStyleClass().add("panel-row");
        return row;
    }

    private void showKiosks() {
        kiosks.getChildren().setAll(widgets.label("nav.kiosks", "type-lead"));
        if (model.kiosks().isEmpty()) {
            kiosks.getChildren().add(widgets.label("today.noKiosk", "quiet"));
        }
        for (KioskView view : model.kiosks()) {
            KioskHealth health = KioskHealth.of(view, model.now());
            Label name = text(view.kiosk().name(), "strong");
            name.setWrapText(true);
            Label seen = widgets.label(
                    widgets.words(model.known(), _ -> SeenWords.of(view.lastSeen(), model.now(), display.messages())),
                    "type-small",
                    "quiet");
            Node row = lines(name, widgets.mark(health.mark()), seen);
            row.getStyleClass().add("panel-row");
            kiosks.getChildren().add(row);
        }
    }

    private void showUpstream() {
        upstream.getChildren().setAll(widgets.label("today.upstream", "type-lead"));
        UpstreamSummary summary = model.upstream().get();
        if (summary == null) {
            upstream.getChildren().add(widgets.label("today.asking", "quiet"));
            return;
        }
        if (summary.kind().equals("none")) {
            upstream.getChildren().add(widgets.label("today.upstream.none", "quiet"));
            return;
        }
        Mark way = summary.open()
                ? new Mark(Glyphs.LINK, "today.upstream.open", Role.PRESENT)
                : new Mark(Glyphs.NO_LINK, "today.upstream.stopped", Role.REFUSED);
        upstream.getChildren().add(widgets.mark(way));
        for (UpstreamState state : UpstreamState.values()) {
            long count = UpstreamHealth.count(summary, state);
            if (count > 0 && state != UpstreamState.NONE) {
                Region gap = new Region();
                HBox.setHgrow(gap, Priority.ALWAYS);
                HBox row = new HBox(
                        widgets.mark(Marks.ofUpstream(state)), gap, text(String.valueOf(count), "strong", "figures"));
                row.setAlignment(Pos.CENTER_LEFT);
                upstream.getChildren().add(row);
            }
        }
    }

    @Override
    public void enter() {
        model.refresh();
    }

    @Override
    public void leave() {}

    @Override
    public void end() {
        model.close();
    }

    @Override
    public void add() {}

    @Override
    public void focusSearch() {
        table.requestFocus();
    }

    @Override
    public Node content() {
        return content;
    }
}
