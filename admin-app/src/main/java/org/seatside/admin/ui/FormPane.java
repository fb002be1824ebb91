package org.seatside.admin.ui;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A [Form] on the screen: label above, help below, error in its place, and above all a sentence on what is wrong
/// where more than one field is. Built from top to bottom.
public final class FormPane {
    private static final int LINES = 3;

    private final Widgets widgets;
    private final Form form;
    private final VBox content = new VBox();

    public FormPane(Widgets widgets, Form form) {
        this.widgets = widgets;
        this.form = form;
        content.getStyleClass().add("form");
        content.getChildren().addAll(widgets.notice(form.notice(), null), summary());
    }

    private Node summary() {
        Label summary = widgets.label(
                widgets.words(form.wrong(), count -> widgets.messages().now("form.wrong", count.intValue())),
                "notice",
                Role.REFUSED.styleClass());
        summary.setGraphic(widgets.icon(Glyphs.CARE));
        summary.setMaxWidth(Double.MAX_VALUE);
        summary.visibleProperty().bind(Bindings.greaterThan(form.wrong(), 1));
        summary.managedProperty().bind(summary.visibleProperty());
        return summary;
    }

    public TextField text(String labelKey, FormField<String> field, @Nullable String helpKey) {
        TextField control = new TextField();
        Widgets.bind(control, field.text());
        return put(labelKey, control, helpKey, field);
    }

    /// What nobody beside the person should read.
    public PasswordField secret(String labelKey, FormField<String> field, @Nullable String helpKey) {
        PasswordField control = new PasswordField();
        Widgets.bind(control, field.text());
        return put(labelKey, control, helpKey, field);
    }

    /// Text of several lines.
    public TextArea area(String labelKey, FormField<String> field, @Nullable String helpKey) {
        TextArea control = new TextArea();
        control.setWrapText(true);
        control.setPrefRowCount(LINES);
        Widgets.bind(control, field.text());
        return put(labelKey, control, helpKey, field);
    }

    /// A day, typed as `2027-02-28` or picked.
    public DatePicker day(String labelKey, FormField<@Nullable LocalDate> field, @Nullable String helpKey) {
        DatePicker control = new DatePicker();
        control.setConverter(new IsoDates());
        control.setPromptText("2027-02-28");
        control.valueProperty().bindBidirectional(field.value());
        // What was typed counts when the keyboard goes elsewhere, not only after Enter.
        control.getEditor().focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                control.setValue(
                        control.getConverter().fromString(control.getEditor().getText()));
            }
        });
        return put(labelKey, control, helpKey, field);
    }

    public <V extends @Nullable Object> ComboBox<V> choice(
            String labelKey, FormField<V> field, List<V> choices, Function<V, String> words, @Nullable String helpKey) {
        return choice(labelKey, field, FXCollections.observableArrayList(choices), words, helpKey);
    }

    public <V extends @Nullable Object> ComboBox<V> choice(
            String labelKey,
            FormField<V> field,
            ObservableList<V> choices,
            Function<V, String> words,
            @Nullable String helpKey) {
        ComboBox<V> control = new ComboBox<>(choices);
        widgets.words(control, words);
        control.valueProperty().bindBidirectional(field.value());
        return put(labelKey, control, helpKey, field);
    }

    /// Yes or no; the label stands beside it.
    public CheckBox check(String labelKey, FormField<Boolean> field) {
        CheckBox control = new CheckBox();
        control.textProperty().bind(widgets.messages().text(labelKey));
        control.setMnemonicParsing(true);
        control.setWrapText(true);
        control.selectedProperty().bindBidirectional(field.value());
        content.getChildren().add(control);
        return control;
    }

    private <C extends Control> C put(String labelKey, C control, @Nullable String helpKey, FormField<?> field) {
        content.getChildren().add(widgets.field(labelKey, control, helpKey, field.error()));
        return control;
    }

    /// Something between the fields.
    public FormPane add(Node node) {
        content.getChildren().add(node);
        return this;
    }

    /// The button that saves, started by Enter too, and what else can be done.
    public Button submit(String key, Runnable submit, Node... others) {
        Button save = widgets.button(key, null, submit, "accent");
        save.setDefaultButton(true);
        save.disableProperty().bind(form.busy());
        FlowPane actions = new FlowPane(save);
        actions.getChildren().addAll(others);
        actions.getChildren().add(widgets.busy(form.busy()));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("actions");
        content.getChildren().add(actions);
        return save;
    }

    public Node content() {
        return content;
    }
}
