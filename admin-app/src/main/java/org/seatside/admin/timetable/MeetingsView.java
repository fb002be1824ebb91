package org.seatside.admin.timetable;

import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.EntryPage;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.roster.Meeting;

/// The meetings of one week, and what can be done about one.
final class MeetingsView implements Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final MeetingsViewModel model;
    private final Display display;
    private final Widgets widgets;
    private final EntryPage<Meeting> page;

    MeetingsView(MeetingsViewModel model, Workplace at) {
        this.model = model;
        this.display = at.display();
        this.widgets = new Widgets(display);
        this.page = new EntryPage<>(model.list(), new Meetings(), at, week());
    }

    private Node week() {
        Label shown = widgets.label(
                widgets.words(
                        model.monday(),
                        monday -> display.messages()
                                .now(
                                        "meetings.week",
                                        monday.toString(),
                                        monday.plusDays(6).toString())),
                "strong",
                "figures");
        FlowPane row = new FlowPane(
                widgets.button("meetings.before", MaterialDesignC.CHEVRON_LEFT, () -> model.step(-1)),
                widgets.button("meetings.now", null, model::showThisWeek),
                widgets.button("meetings.after", MaterialDesignC.CHEVRON_RIGHT, () -> model.step(1)),
                shown);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("actions");
        return row;
    }

    @Override
    public Node content() {
        return page.content();
    }

    @Override
    public void enter() {
        model.names().loadNames();
        page.enter();
    }

    @Override
    public void leave() {
        page.leave();
    }

    @Override
    public void add() {
        page.add();
    }

    @Override
    public void focusSearch() {
        page.focusSearch();
    }

    private final class Meetings implements Kind<Meeting> {
        @Override
        public String title() {
            return "meetings.title";
        }

        @Override
        public Ikon icon() {
            return MaterialDesignC.CALENDAR_WEEK;
        }

        @Override
        public String emptyHead() {
            return "meetings.empty.head";
        }

        @Override
        public String emptyBody() {
            return "meetings.empty.body";
        }

        @Override
        public String add() {
            return "meetings.add";
        }

        @Override
        public List<Column<Meeting>> columns() {
            return List.of(
                    Column.of("day", "meeting.column.day", 8, this::day)
                            .sortedBy(Comparator.comparing(Meeting::startsAt))
                            .yields(1),
                    Column.of("time", "meeting.column.time", 7.5, this::times).yields(2),
                    Column.of("section", "meeting.column.section", 14, this::section)
                            .shownAs(it -> widgets.name(section(it), "strong")),
                    Column.of("room", "meeting.column.room", 7, this::room).yields(3),
                    Column.of(
                                    "state",
                                    "meeting.column.state",
                                    9,
                                    (Meeting it) ->
                                            display.messages().now(state(it).key()))
                            .shownAs(it -> widgets.mark(state(it)))
                            .yields(4));
        }

        private String day(Meeting meeting) {
            Locale language = display.messages().language().get();
            return model.day(meeting) + " ("
                    + model.day(meeting).getDayOfWeek().getDisplayName(TextStyle.SHORT, language) + ")";
        }

        private String times(Meeting meeting) {
            return TIME.format(meeting.startsAt().atZone(model.zone())) + "–"
                    + TIME.format(meeting.endsAt().atZone(model.zone()));
        }

        private String section(Meeting meeting) {
            return model.names().sectionName(meeting.section());
        }

        private String room(Meeting meeting) {
            return model.names().roomName(meeting.room());
        }

        private Mark state(Meeting meeting) {
            if (meeting.cancelled() != null) {
                return new Mark(MaterialDesignC.CANCEL, "meeting.state.off", Role.REFUSED);
            }
            return meeting.pattern() == null
                    ? new Mark(MaterialDesignC.CALENDAR_PLUS, "meeting.state.once", Role.KNOWN)
                    : new Mark(MaterialDesignC.CALENDAR_CHECK_OUTLINE, "meeting.state.held", Role.PRESENT);
        }

        @Override
        public String heading(@Nullable Meeting meeting) {
            return meeting == null ? display.messages().now("meetings.add.title") : section(meeting);
        }

        @Override
        public List<Node> details(@Nullable Meeting meeting, Runnable close) {
            if (meeting == null) {
                return List.of(new EntryFormView(model.adding(close), widgets, "entry.save", null).content());
            }
            List<Node> parts = new ArrayList<>();
            parts.add(widgets.name(day(meeting) + " " + times(meeting) + " · " + room(meeting), "figures"));
            parts.add(widgets.label(
                    display.messages()
                            .text(
                                    "meeting.window",
                                    TIME.format(meeting.opensAt().atZone(model.zone())),
                                    TIME.format(meeting.lateAfter().atZone(model.zone())),
                                    TIME.format(meeting.closesAt().atZone(model.zone()))),
                    "quiet"));
            if (meeting.cancelled() != null) {
                parts.add(widgets.label(display.messages().text("meeting.off.because", meeting.cancelled()), "strong"));
                parts.add(panel("meeting.hold.title", model.holding(meeting, close), "meeting.hold"));
            } else {
                parts.add(new EntryFormView(model.changing(meeting, close), widgets, "entry.save", null).content());
                parts.add(panel("meeting.cancel.title", model.callingOff(meeting, close), "meeting.cancel"));
            }
            return parts;
        }

        private Node panel(String title, EntryForm<?> form, String submit) {
            VBox box = new VBox(
                    widgets.label(title, "strong"), new EntryFormView(form, widgets, submit, null, "plain").content());
            box.getStyleClass().addAll("panel", "form");
            return box;
        }
    }
}
