package org.seatside.admin.attendance;

import javafx.scene.control.Label;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Times;
import org.seatside.admin.ui.Widgets;
import org.seatside.fx.Messages;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.attendance.StatusMark;

/// What marks and cells of a sheet are called in the language shown.
final class SheetWords {
    private final SheetViewModel model;
    private final Widgets widgets;
    private final Times times;

    SheetWords(SheetViewModel model, Widgets widgets, Times times) {
        this.model = model;
        this.widgets = widgets;
        this.times = times;
    }

    /// The name a campus gave a mark.
    static String name(StatusMark mark, Messages messages) {
        boolean english = messages.language().get().getLanguage().equals("en");
        return english && mark.nameEn() != null ? mark.nameEn() : mark.name();
    }

    String name(StatusMark mark) {
        return name(mark, widgets.messages());
    }

    Label mark(StatusMark mark) {
        Mark shown = Marks.ofStatus(mark.kind());
        Label label = new Label(name(mark), widgets.icon(shown.icon()));
        label.getStyleClass().addAll("mark", shown.role().styleClass());
        return label;
    }

    /// Whose cell it is, and of which meeting.
    String said(CellKey key) {
        ClassSheet sheet = model.sheet().get();
        if (sheet == null) {
            return "";
        }
        String student = sheet.rows().stream()
                .filter(row -> row.student().id().equals(key.student()))
                .map(row -> row.student().name())
                .findFirst()
                .orElse("");
        String meeting = sheet.meetings().stream()
                .filter(it -> it.id().equals(key.meeting()))
                .map(it -> times.dayAndTime(it.startsAt()))
                .findFirst()
                .orElse("");
        return student + " · " + meeting;
    }
}
