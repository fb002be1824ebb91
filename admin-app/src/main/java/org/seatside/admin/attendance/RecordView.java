package org.seatside.admin.attendance;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FormPane;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.ReasonPrompt;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Times;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.Evidence;
import org.seatside.model.attendance.Revision;
import org.seatside.model.attendance.StatusMark;

/// One record at the right: what it says, how to correct it, what it rests on, all it ever said.
final class RecordView {
    private final RecordViewModel model;
    private final Workplace workplace;
    private final Widgets widgets;
    private final Times times;
    private final VBox body = new VBox();
    private final VBox content = new VBox();

    RecordView(RecordViewModel model, Workplace workplace) {
        this.model = model;
        this.workplace = workplace;
        this.widgets = new Widgets(workplace.display());
        this.times = new Times(workplace.clock().getZone(), widgets.messages());
        body.getStyleClass().add("form");
        content.getStyleClass().add("form");
        content.getChildren()
                .addAll(
                        widgets.notice(model.notice(), null),
                        new ReasonPrompt(widgets, model.reason()).content(),
                        body);
        model.detail().addListener((_, _, _) -> show());
        model.refused().addListener((_, _, _) -> show());
        widgets.messages().language().addListener((_, _, _) -> show());
        show();
        model.load();
    }

    private void show() {
        AttendanceDetail detail = model.detail().get();
        body.getChildren().clear();
        if (detail == null) {
            body.getChildren().add(widgets.busy(model.busy()));
            return;
        }
        Label at = new Label(times.dayAndTime(detail.attendance().at()));
        at.getStyleClass().addAll("quiet", "figures");
        body.getChildren()
                .addAll(mark(detail.attendance().status(), detail.attendance().mark()), at);
        StatusMark mine = model.refused().get();
        if (mine != null) {
            body.getChildren().add(conflict(mine, detail));
        }
        body.getChildren()
                .addAll(
                        widgets.label("record.correct", "type-lead"),
                        correction(),
                        widgets.label("record.revisions", "type-lead"),
                        revisions(detail));
        if (detail.evidence() != null) {
            body.getChildren().addAll(widgets.label("record.evidence", "type-lead"), evidence(detail.evidence()));
        }
    }

    private Label mark(AttendanceStatus status, @Nullable String code) {
        Label label = widgets.mark(Marks.ofStatus(status));
        if (code != null) {
            String name = model.marks().stream()
                    .filter(mark -> mark.code().equals(code))
                    .map(this::name)
                    .findFirst()
                    .orElse(code);
            label.textProperty().unbind();
            label.setText(name);
        }
        return label;
    }

    private String name(StatusMark mark) {
        return SheetWords.name(mark, widgets.messages());
    }

    private Node conflict(StatusMark mine, AttendanceDetail detail) {
        VBox yours = new VBox(widgets.label("conflict.mine", "quiet", "type-small"), new Label(name(mine)));
        VBox theirs = new VBox(
                widgets.label("conflict.now", "quiet", "type-small"),
                mark(detail.attendance().status(), detail.attendance().mark()));
        HBox.setHgrow(yours, Priority.ALWAYS);
        HBox.setHgrow(theirs, Priority.ALWAYS);
        HBox beside = new HBox(yours, theirs);
        beside.getStyleClass().add("row");
        VBox box =
                new VBox(widgets.label("conflict.head", "strong"), beside, widgets.label("conflict.record", "quiet"));
        box.getStyleClass().addAll("verdict", Role.LATE.styleClass());
        return box;
    }

    private Node correction() {
        FormPane form = new FormPane(widgets, model.form());
        List<@Nullable StatusMark> marks = new ArrayList<>(model.marks());
        form.choice("record.mark", model.mark(), marks, it -> it == null ? "" : name(it), null);
        form.text("reason.field", model.why(), "reason.hint");
        form.submit("record.correct.go", model::correct, widgets.button("record.undo", Glyphs.UNDO, model::takeBack));
        return form.content();
    }

    private Node revisions(AttendanceDetail detail) {
        VBox list = new VBox();
        list.getStyleClass().add("list");
        for (Revision revision : detail.revisions().reversed()) {
            Label when = new Label(times.dayAndTime(revision.writtenAt()) + " · " + actor(revision, detail));
            when.getStyleClass().addAll("type-small", "quiet");
            when.setWrapText(true);
            VBox lines = new VBox(mark(revision.status(), revision.mark()), when);
            String reason = revision.reason();
            if (reason != null) {
                Label said = new Label(reason);
                said.setWrapText(true);
                lines.getChildren().add(said);
            }
            lines.getStyleClass().addAll("lines", "panel-row");
            list.getChildren().add(lines);
        }
        return list;
    }

    private String actor(Revision revision, AttendanceDetail detail) {
        Evidence evidence = detail.evidence();
        if (revision.actor().equals(workplace.session().account().toString())) {
            return workplace.session().name();
        }
        if (evidence != null && revision.actor().equals(evidence.kiosk().toString())) {
            return widgets.messages().now("record.by.kiosk");
        }
        return widgets.messages().now(revision.actor().equals("node") ? "record.by.node" : "record.by.staff");
    }

    private Node evidence(Evidence evidence) {
        List<String> lines = List.of(
                widgets.messages()
                        .now(
                                "record.evidence.taken",
                                times.dayAndTime(evidence.effectiveAt()),
                                widgets.messages().now(HowWords.key(evidence.how()))),
                widgets.messages().now("record.evidence.received", times.dayAndTime(evidence.receivedAt())),
                widgets.messages()
                        .now("record.evidence.trace", evidence.checkIn().trace()));
        VBox box = new VBox();
        box.getStyleClass().add("lines");
        box.setAlignment(Pos.CENTER_LEFT);
        lines.forEach(line -> box.getChildren().add(widgets.label(new ReadOnlyStringWrapper(line), "figures")));
        if (evidence.provisional()) {
            box.getChildren().add(widgets.label("today.provisional", "mark", Role.LATE.styleClass()));
        }
        return box;
    }

    Node content() {
        return content;
    }
}
