package org.seatside.admin.timetable;

import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Widgets;
import org.seatside.fx.Messages;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;

/// Weekly classes in a list; one of them with its exceptions.
final class PatternsKind implements Kind<MeetingPattern> {
    private final PatternsViewModel model;
    private final Widgets widgets;
    private final Messages messages;

    PatternsKind(PatternsViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
        this.messages = widgets.messages();
    }

    @Override
    public String title() {
        return "patterns.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignC.CALENDAR_SYNC;
    }

    @Override
    public String emptyHead() {
        return "patterns.empty.head";
    }

    @Override
    public String emptyBody() {
        return "patterns.empty.body";
    }

    @Override
    public String add() {
        return "patterns.add";
    }

    @Override
    public List<Column<MeetingPattern>> columns() {
        return List.of(
                Column.of("section", "meeting.column.section", 13, this::section)
                        .shownAs(it -> widgets.name(section(it), "strong")),
                Column.of("when", "pattern.column.when", 9, this::when)
                        .sortedBy(Comparator.comparing(MeetingPattern::weekday).thenComparing(MeetingPattern::startsAt))
                        .yields(1),
                Column.of(
                                "room",
                                "meeting.column.room",
                                8,
                                (MeetingPattern it) -> model.names().roomName(it.room()))
                        .yields(2),
                Column.of("days", "pattern.column.days", 15, (MeetingPattern it) -> days(it))
                        .yields(3),
                Column.of("exceptions", "pattern.column.exceptions", 5.5, (MeetingPattern it) -> exceptions(it))
                        .atRight()
                        .yields(4));
    }

    private static VBox lines(Node... lines) {
        VBox box = new VBox(lines);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("lines");
        return box;
    }

    private String section(MeetingPattern pattern) {
        return model.names().sectionName(pattern.section());
    }

    private String when(MeetingPattern pattern) {
        return pattern.weekday()
                        .getDisplayName(TextStyle.SHORT, messages.language().get()) + " " + pattern.startsAt() + "–"
                + pattern.startsAt().plusMinutes(pattern.minutes());
    }

    private static String days(MeetingPattern pattern) {
        return pattern.from() + " – " + pattern.until();
    }

    private static String exceptions(MeetingPattern pattern) {
        return pattern.exceptions().isEmpty()
                ? ""
                : String.valueOf(pattern.exceptions().size());
    }

    @Override
    public String heading(@Nullable MeetingPattern pattern) {
        return pattern == null ? messages.now("patterns.add.title") : section(pattern);
    }

    @Override
    public List<Node> details(@Nullable MeetingPattern pattern, Runnable close) {
        List<Node> parts = new ArrayList<>();
        parts.add(new EntryFormView(model.form(pattern, close), widgets, "entry.save", null).content());
        if (pattern != null) {
            parts.add(exceptions(pattern, close));
        }
        return parts;
    }

    private Node exceptions(MeetingPattern pattern, Runnable close) {
        VBox box = new VBox(widgets.label("exceptions.title", "strong"));
        if (pattern.exceptions().isEmpty()) {
            box.getChildren().add(widgets.label("exceptions.none", "quiet"));
        }
        for (MeetingException exception : pattern.exceptions()) {
            VBox row = lines(
                    widgets.name(exception.day().toString(), "strong", "figures"),
                    widgets.label(widgets.words(messages.language(), _ -> said(exception)), "type-small", "quiet"),
                    new EntryFormView(
                                    model.without(pattern, exception, close),
                                    widgets,
                                    "exception.remove",
                                    null,
                                    "plain")
                            .content());
            row.getStyleClass().add("panel-row");
            box.getChildren().add(row);
        }
        TitledPane more = new TitledPane();
        more.textProperty().bind(messages.text("exception.add"));
        more.setContent(new EntryFormView(model.exception(pattern, close), widgets, "exception.submit", null, "plain")
                .content());
        more.setExpanded(false);
        more.setAnimated(false);
        box.getChildren().add(more);
        box.getStyleClass().addAll("panel", "form");
        return box;
    }

    private String said(MeetingException exception) {
        return Stream.of(
                        exception.cancelled() ? messages.now("exception.said.off") : null,
                        exception.movedTo() == null
                                ? null
                                : messages.now(
                                        "exception.said.day",
                                        exception.movedTo().toString()),
                        exception.room() == null
                                ? null
                                : messages.now(
                                        "exception.said.room", model.names().roomName(exception.room())),
                        exception.startsAt() == null
                                ? null
                                : messages.now(
                                        "exception.said.start",
                                        exception.startsAt().toString()),
                        exception.minutes() == null
                                ? null
                                : messages.now("exception.said.minutes", exception.minutes()),
                        exception.reason())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
