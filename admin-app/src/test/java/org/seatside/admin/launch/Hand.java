package org.seatside.admin.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.admin.ui.Screen;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.Pictures;

/// Works the app as a person does: by the words on labels and buttons.
public final class Hand {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PASSES = 3;

    private final Admin admin;
    private final Messages messages;
    private final String before;
    private final String after;

    public Hand(Admin admin) {
        this(admin, "", "");
    }

    /// @param before the name of each picture
    /// @param after the name of each picture
    public Hand(Admin admin, String before, String after) {
        this.admin = admin;
        this.before = before;
        this.after = after;
        this.messages = admin.display().messages();
    }

    public void go(Screen screen) throws Exception {
        onScreen(() -> {
            admin.go(screen);
            return true;
        });
    }

    public void close() throws Exception {
        onScreen(() -> {
            admin.close();
            return true;
        });
    }

    /// Presses the visible button with this text.
    public void press(String key) throws Exception {
        String text = messages.now(key);
        await(() -> button(text).isPresent());
        onScreen(() -> {
            button(text).orElseThrow().fire();
            return true;
        });
    }

    /// Types into the control that the label with this text is for.
    public void type(String key, String text) throws Exception {
        String label = messages.now(key);
        await(() -> field(label).isPresent());
        onScreen(() -> {
            field(label).orElseThrow().setText(text);
            return true;
        });
    }

    /// Presses the switch with this text, or picks it in the menu that large text makes of a row of switches.
    public void toggle(String key) throws Exception {
        String text = messages.now(key);
        await(() -> toggled(text).isPresent() || item(text).isPresent());
        onScreen(() -> {
            toggled(text)
                    .ifPresentOrElse(
                            ToggleButton::fire, () -> item(text).orElseThrow().fire());
            return true;
        });
    }

    private Optional<MenuItem> item(String text) {
        return all().stream()
                .filter(MenuButton.class::isInstance)
                .flatMap(node -> ((MenuButton) node).getItems().stream())
                .filter(item -> text.equals(item.getText()))
                .findFirst();
    }

    private Optional<ToggleButton> toggled(String text) {
        return find(node -> node instanceof ToggleButton button && text.equals(button.getText()))
                .map(ToggleButton.class::cast);
    }

    /// Types into the box that says this where it is empty.
    public void typePrompt(String key, String text) throws Exception {
        String prompt = messages.now(key);
        await(() -> box(prompt).isPresent());
        onScreen(() -> {
            box(prompt).orElseThrow().setText(text);
            return true;
        });
    }

    private Optional<TextInputControl> box(String prompt) {
        return find(node -> node instanceof TextInputControl box && prompt.equals(box.getPromptText()))
                .map(TextInputControl.class::cast);
    }

    /// Presses a key where the keyboard is.
    public void key(KeyCode code) throws Exception {
        onScreen(() -> {
            Node owner = admin.scene().getFocusOwner();
            Event.fireEvent(
                    owner == null ? admin.scene().getRoot() : owner,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            return true;
        });
    }

    /// What the app says in its language.
    public String say(String key, Object... arguments) {
        return messages.now(key, arguments);
    }

    /// Waits until a text is seen.
    public void see(String text) throws Exception {
        await(() -> all().stream()
                .anyMatch(node -> node instanceof Label label
                        && label.getText() != null
                        && label.getText().contains(text)));
    }

    public void seeKey(String key, Object... arguments) throws Exception {
        see(messages.now(key, arguments));
    }

    /// Clicks a row of the table shown.
    public void choose(int row) throws Exception {
        await(() -> table().getItems().size() > row);
        onScreen(() -> {
            table().getSelectionModel().select(row);
            table().getOnMouseClicked().handle(null);
            return true;
        });
    }

    /// Picks an entry in the choice that the label with this text is for.
    public void pick(String key, int entry) throws Exception {
        String text = messages.now(key);
        await(() -> choice(text).getItems().size() > entry);
        onScreen(() -> {
            choice(text).getSelectionModel().select(entry);
            return true;
        });
    }

    /// Picks an entry in the choice that says this while nothing is chosen.
    public void pickPrompt(String key, int entry) throws Exception {
        String prompt = messages.now(key);
        await(() -> find(node -> node instanceof ComboBox<?> box && prompt.equals(box.getPromptText()))
                .map(node -> ((ComboBox<?>) node).getItems().size() > entry)
                .orElse(false));
        onScreen(() -> {
            ComboBox<?> box =
                    (ComboBox<?>) find(node -> node instanceof ComboBox<?> it && prompt.equals(it.getPromptText()))
                            .orElseThrow();
            box.getSelectionModel().select(entry);
            return true;
        });
    }

    /// Goes to a cell of the table shown.
    public void selectCell(int row, int column) throws Exception {
        await(() -> table().getItems().size() > row && table().getColumns().size() > column);
        onScreen(() -> {
            select(table(), row, column);
            return true;
        });
    }

    private static <S> void select(TableView<S> table, int row, int column) {
        table.requestFocus();
        table.getSelectionModel().clearAndSelect(row, table.getColumns().get(column));
        table.getFocusModel().focus(row, table.getColumns().get(column));
    }

    private ComboBox<?> choice(String text) {
        return all().stream()
                .filter(node -> node instanceof Label label && text.equals(label.getText()))
                .map(node -> ((Label) node).getLabelFor())
                .filter(ComboBox.class::isInstance)
                .map(node -> (ComboBox<?>) node)
                .findFirst()
                .orElseThrow();
    }

    /// What the label found by this selector says.
    public String textOf(String selector) throws Exception {
        return onScreen(() -> ((Label) admin.scene().lookup(selector)).getText());
    }

    private TableView<?> table() {
        return all().stream()
                .filter(TableView.class::isInstance)
                .map(node -> (TableView<?>) node)
                .findFirst()
                .orElseThrow();
    }

    public void picture(String name) throws Exception {
        onScreen(() -> {
            settle();
            return Pictures.save(admin.scene(), before + name + after);
        });
    }

    /// Lays out until nothing moves any more: in a window that is not shown no pulse does it, and what a table or
    /// a scroll pane does in one pass another has to follow.
    private void settle() {
        for (int pass = 0; pass < PASSES; pass++) {
            admin.scene().getRoot().applyCss();
            admin.scene().getRoot().layout();
        }
        // A scroll pane keeps what it drew, and without pulses it is not told that this has changed.
        admin.scene().getRoot().lookupAll(".viewport").forEach(view -> view.setCache(false));
    }

    /// Takes a picture of a screen in every look. Nothing may be nameless, cut, out of reach or too small to see
    /// in any of them.
    public void shots(String name) throws Exception {
        shots(name, Look.EACH);
    }

    /// The same in these looks; the one from before is worn again afterwards.
    public void shots(String name, List<Look> looks) throws Exception {
        Look worn = onScreen(() -> new Look(
                messages.language().get().getLanguage(),
                admin.display().theme().get(),
                admin.display().scale().get()));
        for (Look look : looks) {
            wear(look);
            shot(name, look);
        }
        wear(worn);
    }

    private void wear(Look look) throws Exception {
        onScreen(() -> {
            messages.switchTo(Locale.of(look.language()));
            admin.display().theme().set(look.theme());
            admin.display().scale().set(look.scale());
            settle();
            return true;
        });
    }

    private void shot(String name, Look look) throws Exception {
        picture("admin/" + name + "-" + look);
        String where = " on " + name + "-" + look;
        List<Node> seen = onScreen(this::all);
        onScreen(() -> {
            assertEquals(List.of(), unnamed(seen), "controls without a name" + where);
            assertEquals(List.of(), cutTexts(seen), "texts cut" + where);
            assertEquals(List.of(), outside(seen), "outside of the window" + where);
            assertEquals(List.of(), smallIcons(seen), "icons too small" + where);
            return true;
        });
    }

    /// How the app looks.
    ///
    /// @param scale of texts, 1 to 2
    public record Look(String language, Theme theme, double scale) {
        /// Both languages, as it comes and as large as it gets.
        public static final List<Look> EACH = List.of(
                new Look("ko", Theme.LIGHT, 1),
                new Look("en", Theme.LIGHT, 1),
                new Look("ko", Theme.LIGHT, 2),
                new Look("en", Theme.LIGHT, 2));

        @Override
        public String toString() {
            String worn = theme == Theme.LIGHT ? "" : "-" + theme.styleClass();
            return "%s-%d%s".formatted(language, Math.round(scale * 100), worn);
        }
    }

    /// Labels and buttons whose text does not fit where they stand, and which nothing shows in full.
    private static List<String> cutTexts(List<Node> seen) {
        List<String> cut = new ArrayList<>();
        for (Node node : seen) {
            if (node instanceof javafx.scene.control.Labeled labeled
                    && labeled.getText() != null
                    && !labeled.getText().isBlank()
                    && labeled.lookup(".text") instanceof javafx.scene.text.Text text
                    && !explained(labeled)
                    && text.getText().endsWith("...")) {
                cut.add(labeled.getText());
            }
        }
        return cut;
    }

    /// Whether pointing at it, or at the menu it is the label of, shows all.
    private static boolean explained(Control control) {
        return control.getTooltip() != null
                || (control.getParent() instanceof Control outer && outer.getTooltip() != null);
    }

    /// Texts and fields that stick out of the window at a side, which nothing can scroll to.
    private List<String> outside(List<Node> seen) {
        return seen.stream()
                .filter(node -> node instanceof Control
                        && !(node instanceof javafx.scene.control.TableCell)
                        && !(node instanceof javafx.scene.control.ScrollBar))
                .filter(node -> {
                    Bounds where = node.localToScene(node.getLayoutBounds());
                    return where.getWidth() > 0
                            && (where.getMinX() < -1
                                    || where.getMaxX() > admin.scene().getWidth() + 1);
                })
                .map(Node::toString)
                .toList();
    }

    /// Whether the button with this text is where a person sees it, not scrolled away.
    public boolean inSight(String key) throws Exception {
        return onScreen(() -> {
            Node button = button(messages.now(key)).orElseThrow();
            Bounds where = button.localToScene(button.getLayoutBounds());
            return where.getMinY() >= 0 && where.getMaxY() <= admin.scene().getHeight();
        });
    }

    /// Icons smaller than the text they stand beside.
    private List<String> smallIcons(List<Node> seen) {
        return seen.stream()
                .filter(FontIcon.class::isInstance)
                .map(FontIcon.class::cast)
                .filter(icon -> icon.getIconSize() < admin.display().em(1))
                .map(icon -> icon.getIconLiteral() + " of " + icon.getIconSize())
                .toList();
    }

    /// Controls a screen reader would have no name for.
    private static List<String> unnamed(List<Node> seen) {
        Set<Node> labelled = seen.stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getLabelFor())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return seen.stream()
                .filter(node -> node.isFocusTraversable() && node instanceof Region)
                .filter(node -> !(node instanceof ScrollPane))
                .filter(node -> !(node instanceof javafx.scene.control.Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank()))
                .filter(node -> node.getAccessibleText() == null
                        || node.getAccessibleText().isBlank())
                .filter(node -> !labelled.contains(node))
                .filter(node -> node.getParent() == null || node.getParent().getAccessibleText() == null)
                .map(Node::toString)
                .toList();
    }

    /// Whether a button with this text is there now.
    public boolean sees(String key) throws Exception {
        return onScreen(() -> button(messages.now(key)).isPresent());
    }

    private Optional<ButtonBase> button(String text) {
        return find(node -> node instanceof ButtonBase button && text.equals(button.getText()))
                .map(ButtonBase.class::cast);
    }

    private Optional<TextInputControl> field(String text) {
        return find(node -> node instanceof Label label
                        && text.equals(label.getText())
                        && label.getLabelFor() instanceof TextInputControl)
                .map(node -> (TextInputControl) ((Label) node).getLabelFor());
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return all().stream().filter(wanted).findFirst();
    }

    private List<Node> all() {
        // A window that is not on a screen gets no pulse; without one, no control has its skin.
        admin.scene().getRoot().applyCss();
        admin.scene().getRoot().layout();
        List<Node> found = new ArrayList<>();
        collect(admin.scene().getRoot(), found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (!node.isVisible()) {
            return;
        }
        found.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    /// Waits; what the screen shows when patience ends is kept as a picture.
    private void await(Callable<Boolean> condition) throws Exception {
        try {
            Awaitility.await().atMost(PATIENCE).until(() -> onScreen(condition));
        } catch (ConditionTimeoutException e) {
            picture("missing/" + System.nanoTime());
            throw e;
        }
    }
}
