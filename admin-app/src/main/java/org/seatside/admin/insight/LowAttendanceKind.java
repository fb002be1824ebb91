package org.seatside.admin.insight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.LowAttendance;

/// Low attendance in a list, and what can be done about one.
final class LowAttendanceKind implements Kind<LowAttendance> {
    private final LowAttendanceViewModel model;
    private final Widgets widgets;

    LowAttendanceKind(LowAttendanceViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
    }

    @Override
    public String title() {
        return "low.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignA.ACCOUNT_SEARCH_OUTLINE;
    }

    @Override
    public String emptyHead() {
        return "low.none.head";
    }

    @Override
    public String emptyBody() {
        return "low.none.body";
    }

    @Override
    public @Nullable String add() {
        return null;
    }

    @Override
    public List<Column<LowAttendance>> columns() {
        return List.of(
                Column.of(
                                "name",
                                "student.name",
                                9,
                                (LowAttendance it) -> it.student().name())
                        .shownAs(it -> widgets.name(it.student().name(), "strong")),
                Column.of("percent", "low.percent", 6, (LowAttendance it) -> it.percent() + " %")
                        .sortedBy(Comparator.comparingInt(LowAttendance::percent))
                        .atRight(),
                Column.of("below", "low.below", 5, (LowAttendance it) -> it.below() + " %")
                        .sortedBy(Comparator.comparingInt(LowAttendance::below))
                        .atRight()
                        .yields(4),
                Column.of("section", "section.column.title", 12, LowAttendance::sectionTitle)
                        .yields(2),
                Column.of("meetings", "low.meetings", 5, (LowAttendance it) -> String.valueOf(it.meetings()))
                        .sortedBy(Comparator.comparingInt(LowAttendance::meetings))
                        .atRight()
                        .yields(5),
                Column.of("day", "low.day", 7, (LowAttendance it) -> it.day().toString())
                        .yields(3),
                Column.of(
                                "state",
                                "low.state",
                                9,
                                (LowAttendance it) ->
                                        widgets.messages().now(state(it.state()).key()))
                        .shownAs(it -> widgets.mark(state(it.state())))
                        .yields(1));
    }

    private static Mark state(LowAttendance.State state) {
        return switch (state) {
            case NEW -> new Mark(MaterialDesignA.ALERT_OUTLINE, "low.state.new", Role.LATE);
            case SEEN -> new Mark(MaterialDesignE.EYE_OUTLINE, "low.state.seen", Role.KNOWN);
            case TOLD -> new Mark(MaterialDesignM.MESSAGE_TEXT_OUTLINE, "low.state.told", Role.PRESENT);
        };
    }

    @Override
    public String heading(@Nullable LowAttendance low) {
        return low == null ? "" : low.student().name();
    }

    @Override
    public List<Node> details(@Nullable LowAttendance low, Runnable close) {
        List<Node> parts = new ArrayList<>();
        if (low == null) {
            return parts;
        }
        parts.add(widgets.name(low.student().number() + " · " + low.sectionTitle(), "figures"));
        parts.add(widgets.label(
                widgets.messages().text("low.said", low.percent(), low.meetings(), low.below()), "type-lead"));
        parts.add(widgets.mark(state(low.state())));
        if (low.state() != LowAttendance.State.TOLD) {
            parts.add(panel("low.tell.head", "low.tell", model.moving(low, LowAttendance.State.TOLD, close)));
        }
        if (low.state() == LowAttendance.State.NEW) {
            parts.add(panel("low.see.head", "low.see", model.moving(low, LowAttendance.State.SEEN, close)));
        }
        return parts;
    }

    private Node panel(String said, String submit, EntryForm<?> form) {
        VBox box = new VBox(
                widgets.label(said, "quiet"), new EntryFormView(form, widgets, submit, null, "plain").content());
        box.getStyleClass().addAll("panel", "form");
        return box;
    }
}
