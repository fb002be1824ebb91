package org.seatside.admin.ui;

import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.beans.value.WeakChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.fx.Messages;

/// Makes the controls of all screens, with texts that follow the language and names that a screen reader says.
public final class Widgets {
    /// Height of an icon beside text, in heights of text.
    private static final double ICON = 1.3;

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

    private final Display display;
    private final Messages messages;

    public Widgets(Display display) {
        this.display = display;
        this.messages = display.messages();
    }

    public Messages messages() {
        return messages;
    }

    /// A text of the messages.
    public Label label(String key, String... styles) {
        Label label = new Label();
        label.textProperty().bind(messages.text(key));
        wrap(label);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A text that a screen computes; made again when it or the language changes.
    public Label label(ObservableValue<String> text, String... styles) {
        Label label = new Label();
        label.textProperty().bind(text);
        wrap(label);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// Breaks a text into as many lines as it needs and keeps room for all of them.
    private static void wrap(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
    }

    /// A value put into words in the language shown.
    public <T extends @Nullable Object> ObservableValue<String> words(
            ObservableValue<? extends T> value, Function<? super T, String> words) {
        return Bindings.createStringBinding(() -> words.apply(value.getValue()), value, messages.language());
    }

    public Button button(String key, @Nullable Ikon icon, Runnable action, String... styles) {
        Button button = new Button();
        button.textProperty().bind(messages.text(key));
        button.setMnemonicParsing(true);
        if (icon != null) {
            button.setGraphic(icon(icon));
        }
        button.getStyleClass().addAll(styles);
        button.setOnAction(_ -> action.run());
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    /// A button of an icon alone: its word is a tooltip and its accessible name.
    public Button iconButton(String key, Ikon icon, Runnable action) {
        Button button = new Button(null, icon(icon));
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(messages.text(key));
        button.setTooltip(tip);
        button.accessibleTextProperty().bind(messages.text(key));
        button.getStyleClass().addAll("flat", "icon-only");
        button.setOnAction(_ -> action.run());
        return button;
    }

    public Node icon(Ikon icon) {
        return icon(icon, ICON);
    }

    /// An icon so many heights of text high. Its size is no matter of the style sheet: there an icon's own font is
    /// its size, so that an em grows with every pass.
    public Node icon(Ikon icon, double ems) {
        FontIcon drawn = new FontIcon(icon);
        ChangeListener<Number> resize = (_, _, _) -> drawn.setIconSize((int) Math.round(display.em(ems)));
        drawn.setIconSize((int) Math.round(display.em(ems)));
        // The icon holds its listener and the display does not: rows come and go, the display stays.
        drawn.getProperties().put("resize", resize);
        display.scale().addListener(new WeakChangeListener<>(resize));
        // Without the class that the base theme gives a fixed size of its own.
        drawn.getStyleClass().setAll("mark-icon");
        return drawn;
    }

    /// Icon and word of a state, in one line.
    public Label mark(Mark mark) {
        Label label = label(mark.key(), "mark", mark.role().styleClass());
        label.setWrapText(false);
        label.setGraphic(icon(mark.icon()));
        return label;
    }

    /// A label above a control, help below it, and the error once there is one.
    public Node field(
            String labelKey, Control control, @Nullable String hintKey, ObservableValue<@Nullable Notice> error) {
        Label label = label(labelKey, "field-label");
        label.setLabelFor(control);
        label.setMnemonicParsing(true);
        control.setMaxWidth(Double.MAX_VALUE);
        control.accessibleTextProperty().bind(words(messages.text(labelKey), text -> text.replace("_", "")));
        VBox box = new VBox(label, control);
        if (hintKey != null) {
            box.getChildren().add(label(hintKey, "type-small", "quiet"));
        }
        Label complaint = label(words(error, it -> it == null ? "" : it.in(messages)), "mark", "role-refused");
        complaint.setGraphic(icon(Marks.ofTone(Notice.Tone.FAILED).icon()));
        complaint.visibleProperty().bind(Bindings.createBooleanBinding(() -> error.getValue() != null, error));
        complaint.managedProperty().bind(complaint.visibleProperty());
        control.accessibleHelpProperty().bind(complaint.textProperty());
        box.getChildren().add(complaint);
        box.getStyleClass().add("field");
        error.addListener((_, _, now) -> {
            control.pseudoClassStateChanged(DANGER, now != null);
            if (now != null && !onAnError(control)) {
                control.requestFocus();
            }
        });
        return box;
    }

    /// Whether the keyboard stands on a field with an error already: the first one keeps it.
    private static boolean onAnError(Control control) {
        Node owner = control.getScene() == null ? null : control.getScene().getFocusOwner();
        return owner != null && owner.getPseudoClassStates().contains(DANGER);
    }

    /// A notice across the width, gone while there is none.
    public Node notice(ObservableValue<@Nullable Notice> notice, @Nullable Runnable dismiss) {
        Label text = label(words(notice, it -> it == null ? "" : it.in(messages)), "notice-text");
        HBox.setHgrow(text, Priority.ALWAYS);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox bar = new HBox(text);
        if (dismiss != null) {
            bar.getChildren().add(iconButton("notice.dismiss", Glyphs.CLOSE, dismiss));
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("notice");
        Runnable show = () -> {
            Notice now = notice.getValue();
            bar.setVisible(now != null);
            bar.setManaged(now != null);
            bar.getStyleClass().removeIf(style -> style.startsWith("role-"));
            if (now != null) {
                Mark mark = Marks.ofTone(now.tone());
                text.setGraphic(icon(mark.icon()));
                bar.getStyleClass().add(mark.role().styleClass());
            }
        };
        show.run();
        notice.addListener((_, _, _) -> show.run());
        return bar;
    }

    /// A small turning wheel, there only while something runs.
    public Node busy(ObservableValue<Boolean> running) {
        ProgressIndicator wheel = new ProgressIndicator();
        wheel.getStyleClass().add("wheel");
        wheel.accessibleTextProperty().bind(messages.text("busy"));
        wheel.visibleProperty().bind(running);
        wheel.managedProperty().bind(running);
        return wheel;
    }

    /// The same where nothing can be wrong with it.
    public Node field(String labelKey, Control control, @Nullable String hintKey) {
        return field(labelKey, control, hintKey, new ReadOnlyObjectWrapper<>(null));
    }

    /// Says the entries of a choice in the language shown, the chosen one too when the language changes.
    ///
    /// @param words of an entry, and of null where nothing is chosen
    public <V extends @Nullable Object> void words(ComboBox<V> choice, Function<V, String> words) {
        choice.setCellFactory(_ -> new WordCell<>(words, messages.language(), false));
        choice.setButtonCell(new WordCell<>(words, messages.language(), true));
    }

    /// What stands where a list is empty: what it will hold, how it gets there, and the next step.
    public Node empty(Ikon icon, String headKey, String bodyKey, Node... next) {
        VBox box = new VBox(icon(icon, 2.6), label(headKey, "type-lead"), label(bodyKey, "quiet"));
        box.getChildren().addAll(next);
        box.getStyleClass().add("empty");
        box.setAlignment(Pos.CENTER);
        return box;
    }

    /// A person's or a place's own name in one line; where the column is too narrow for it, pointing at it
    /// shows all.
    public Label name(String text, String... styles) {
        Label label = new Label(text);
        label.setTooltip(new Tooltip(text));
        label.getStyleClass().addAll(styles);
        return label;
    }

    /// A column whose heading follows the language; cells are made by [#cells].
    public <S> TableColumn<S, S> column(String key, double weight, Cell<S> cell) {
        TableColumn<S, S> column = new TableColumn<>();
        column.textProperty().bind(messages.text(key));
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> cells(cell));
        column.setPrefWidth(weight * 100);
        column.setReorderable(false);
        column.setSortable(false);
        return column;
    }

    private <S> TableCell<S, S> cells(Cell<S> content) {
        return new TableCell<>() {
            @Override
            protected void updateItem(@Nullable S item, boolean empty) {
                super.updateItem(item, empty);
                setText(null);
                setGraphic(empty || item == null ? null : content.of(item));
            }
        };
    }

    /// A text typed into a control that a view model keeps.
    public static void bind(TextInputControl control, StringProperty value) {
        control.textProperty().bindBidirectional(value);
    }

    /// An entry of a choice in words. The cell holds its listener and the messages do not: cells come and go.
    private static final class WordCell<V extends @Nullable Object> extends ListCell<V> {
        private final Function<V, String> words;
        private final boolean chosen;
        private final InvalidationListener again = _ -> say();

        /// @param chosen whether it shows what is chosen, also where that is nothing
        WordCell(Function<V, String> words, ObservableValue<?> language, boolean chosen) {
            this.words = words;
            this.chosen = chosen;
            language.addListener(new WeakInvalidationListener(again));
        }

        @Override
        protected void updateItem(@Nullable V item, boolean empty) {
            super.updateItem(item, empty);
            say();
        }

        private void say() {
            setText(isEmpty() && !chosen ? null : words.apply(getItem()));
        }
    }

    /// The content of a table cell.
    @FunctionalInterface
    public interface Cell<S> {
        Node of(S row);
    }
}
