package org.seatside.admin.entry;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Widgets;

/// A form as it is shown: labels above, help below them, errors beside the input and counted at the top, one
/// button that saves.
public final class EntryFormView {
    private static final int LINES = 3;

    private final Widgets widgets;
    private final VBox content = new VBox();

    /// @param submit key of the button that saves
    public EntryFormView(EntryForm<?> form, Widgets widgets, String submit, @Nullable Ikon icon, String... styles) {
        this.widgets = widgets;
        content.getStyleClass().add("form");
        content.getChildren().add(widgets.notice(form.notice(), null));
        form.inputs().forEach(input -> content.getChildren().add(field(input)));
        Button save = widgets.button(submit, icon, form::submit, styles.length == 0 ? new String[] {"accent"} : styles);
        save.setDefaultButton(styles.length == 0);
        save.disableProperty().bind(form.busy());
        FlowPane actions = new FlowPane(save, widgets.busy(form.busy()));
        actions.getStyleClass().add("actions");
        content.getChildren().add(actions);
    }

    private Node field(Input input) {
        return switch (input) {
            case Typed<?> typed -> widgets.field(typed.label(), control(typed), typed.hint(), typed.error());
            case Picked<?> picked -> widgets.field(picked.label(), control(picked), picked.hint(), picked.error());
            case Switched switched -> control(switched);
        };
    }

    private static TextInputControl control(Typed<?> typed) {
        TextInputControl control = switch (typed.shape()) {
            case LINE -> new TextField();
            case SECRET -> new PasswordField();
            case LINES -> lines();
        };
        Widgets.bind(control, typed.text());
        return control;
    }

    private static TextArea lines() {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(LINES);
        return area;
    }

    private <T> ComboBox<Choice<T>> control(Picked<T> picked) {
        ComboBox<Choice<T>> box = new ComboBox<>();
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice<T> choice) {
                return picked.word(choice == null ? null : choice.option(), widgets.messages());
            }

            @Override
            public Choice<T> fromString(String text) {
                return new Choice<>(null);
            }
        });
        Runnable fill = () -> {
            box.getItems().clear();
            if (picked.allowsNone()) {
                box.getItems().add(new Choice<>(null));
            }
            picked.options().forEach(option -> box.getItems().add(new Choice<>(option)));
            box.setValue(chosen(picked));
        };
        fill.run();
        picked.options().addListener((javafx.beans.InvalidationListener) _ -> fill.run());
        picked.value().addListener((_, _, _) -> box.setValue(chosen(picked)));
        box.setOnAction(_ -> {
            Choice<T> now = box.getValue();
            if (now != null) {
                picked.value().set(now.option());
            }
        });
        widgets.messages().language().addListener((_, _, _) -> fill.run());
        return box;
    }

    private static <T> @Nullable Choice<T> chosen(Picked<T> picked) {
        T now = picked.value().get();
        return now == null && !picked.allowsNone() ? null : new Choice<>(now);
    }

    private Node control(Switched switched) {
        CheckBox box = new CheckBox();
        box.textProperty().bind(widgets.messages().text(switched.label()));
        box.setWrapText(true);
        box.setMnemonicParsing(true);
        box.selectedProperty().bindBidirectional(switched.on());
        VBox field = new VBox(box);
        String hint = switched.hint();
        if (hint != null) {
            field.getChildren().add(widgets.label(hint, "type-small", "quiet"));
        }
        Node wrong = widgets.label(
                widgets.words(switched.error(), it -> it == null ? "" : it.in(widgets.messages())),
                "mark",
                Marks.ofTone(Notice.Tone.FAILED).role().styleClass());
        wrong.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> switched.error().get() != null, switched.error()));
        wrong.managedProperty().bind(wrong.visibleProperty());
        field.getChildren().add(wrong);
        field.getStyleClass().add("field");
        return field;
    }

    public Node content() {
        return content;
    }

    /// @param option null for none
    private record Choice<T>(@Nullable T option) {}
}
