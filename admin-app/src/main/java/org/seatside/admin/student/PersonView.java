package org.seatside.admin.student;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.FormPane;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.ReasonPrompt;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.Role;

/// Number, name, PIN, all of it as a file, and the end.
final class PersonView {
    private final VBox content = new VBox();

    /// @param erased closes what shows the student
    PersonView(PersonViewModel model, Workplace workplace, Runnable erased) {
        Widgets widgets = new Widgets(workplace.display());
        content.getStyleClass().add("form");
        FormPane data = new FormPane(widgets, model.form());
        data.text("student.number.field", model.number(), null);
        data.text("student.name.field", model.name(), null);
        data.check("student.active", model.active());
        data.submit("student.save", model::save);

        FormPane pin = new FormPane(widgets, model.pinForm());
        pin.secret("pin.field", model.pin(), "pin.hint");
        Button set = widgets.button("pin.set.go", null, model::setPin);
        FlowPane actions = new FlowPane(set, widgets.button("pin.clear", null, model::clearPin));
        actions.getStyleClass().add("actions");
        pin.add(actions);

        FlowPane ends = new FlowPane();
        ends.getStyleClass().add("actions");
        if (workplace.hasAny(Role.SUPPORT_OFFICER)) {
            ends.getChildren().add(widgets.button("person.export", Glyphs.FOLDER, model::export));
        }
        if (workplace.hasAny(Role.ADMINISTRATOR)) {
            ends.getChildren().add(widgets.button("person.erase", Glyphs.REVOKE, () -> model.erase(erased), "danger"));
        }
        content.getChildren()
                .addAll(
                        data.content(),
                        widgets.label("pin.title", "type-lead"),
                        pin.content(),
                        widgets.label("person.title", "type-lead"),
                        widgets.notice(model.notice(), null),
                        new ReasonPrompt(widgets, model.reason()).content(),
                        ends);
    }

    Node content() {
        return content;
    }
}
