package org.seatside.admin.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.seatside.admin.start.Place;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.DisplayMenu;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.PageAction;
import org.seatside.admin.ui.Pages;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Screen;
import org.seatside.admin.ui.TopBar;
import org.seatside.admin.ui.UndoBar;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.WorkStrip;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.SearchHit;

/// Navigation at the left; search, node and account at the top; one page in the middle; long work and the way back
/// at the bottom.
public final class ShellView {
    private static final double NARROW_EM = 58;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final KeyCombination PALETTE = shortcut(KeyCode.K);
    private static final KeyCombination ADD = shortcut(KeyCode.N);
    private static final KeyCombination FIND = shortcut(KeyCode.F);
    private static final KeyCombination UNDO = shortcut(KeyCode.Z);

    private final ShellViewModel model;
    private final Workplace workplace;
    private final Display display;
    private final Pages pages;
    private final Place place;
    private final Widgets widgets;
    private final PaletteViewModel palette;
    private final BorderPane frame = new BorderPane();
    private final StackPane stage = new StackPane();
    private final StackPane content = new StackPane();
    private final NavigationBar navigation;

    /// @param place the node
    /// @param proof asks over every page
    public ShellView(ShellViewModel model, Workplace workplace, Pages pages, Place place, ProofViewModel proof) {
        this.model = model;
        this.workplace = workplace;
        this.display = workplace.display();
        this.pages = pages;
        this.place = place;
        this.widgets = new Widgets(display);
        this.palette = new PaletteViewModel(workplace.link(), display.messages(), commands(), this::opening);
        this.navigation = new NavigationBar(model, widgets, pages.screens(), workplace.preferences());
        frame.setTop(new VBox(
                top(),
                sample(),
                lost(),
                widgets.notice(workplace.link().unexpected(), workplace.link()::dismissUnexpected)));
        frame.setLeft(navigation.content());
        frame.setCenter(stage);
        frame.setBottom(new VBox(
                new UndoBar(widgets, workplace.undo()).content(), new WorkStrip(widgets, workplace.work()).content()));
        frame.setMinSize(0, 0);
        frame.getStyleClass().add("shell");
        frame.widthProperty().addListener((_, _, _) -> arrange());
        display.scale().addListener((_, _, _) -> arrange());
        content.getChildren()
                .addAll(
                        frame,
                        new PaletteView(palette, display, widgets).content(),
                        new ProofView(proof, display, widgets).content());
        content.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
        model.screen().addListener((_, before, now) -> {
            pages.of(before).leave();
            show(now);
        });
        show(model.screen().get());
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private Node top() {
        ObservableValue<String> where = Bindings.createStringBinding(
                () -> display.messages()
                        .now(
                                workplace.link().lost().get() ? "node.lostOf" : "node.of",
                                workplace.about().campus(),
                                place.in(display.messages())),
                display.messages().language(),
                workplace.link().lost());
        Button search = widgets.button("palette.open", Glyphs.SEARCH, palette::open, "search-box");
        search.setMnemonicParsing(false);
        search.accessibleTextProperty().bind(display.messages().text("palette.open"));
        TopBar bar =
                new TopBar(display, widgets, where, search, new DisplayMenu(display, widgets).content(), account());
        bar.narrow().addListener((_, _, narrow) -> {
            search.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            search.pseudoClassStateChanged(NARROW, narrow);
        });
        return bar.content();
    }

    private Node account() {
        MenuButton account = new MenuButton(workplace.session().name(), widgets.icon(Glyphs.ACCOUNT));
        account.setMnemonicParsing(false);
        account.getStyleClass().add("flat");
        // A long name gives way before anything else does.
        account.setTooltip(new Tooltip(workplace.session().name()));
        account.setMinWidth(0);
        MenuItem out = new MenuItem();
        out.textProperty().bind(display.messages().text("account.signOut"));
        out.setOnAction(_ -> model.signOut());
        account.getItems().add(out);
        return account;
    }

    /// Says all the time that nothing here is real, and leads out.
    private Node sample() {
        Label said = widgets.label("sample.shown");
        said.setGraphic(widgets.icon(Glyphs.CARE));
        said.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox bar = new HBox(said);
        Place.Crossing back = place.sample();
        if (back != null) {
            bar.getChildren().add(widgets.button("sample.leave", Glyphs.REVOKE, () -> back.go(_ -> {})));
        }
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("notice", Role.LATE.styleClass());
        bar.setVisible(place.kind() == Place.Kind.SAMPLE);
        bar.setManaged(bar.isVisible());
        return bar;
    }

    private Node lost() {
        Label lost = widgets.label("connection.lost");
        lost.setGraphic(widgets.icon(Glyphs.NO_LINK));
        lost.setMaxWidth(Double.MAX_VALUE);
        lost.getStyleClass().addAll("notice", Role.REFUSED.styleClass());
        lost.visibleProperty().bind(workplace.link().lost());
        lost.managedProperty().bind(workplace.link().lost());
        return lost;
    }

    private List<PaletteViewModel.Command> commands() {
        List<PaletteViewModel.Command> commands = new ArrayList<>();
        pages.screens()
                .forEach(screen -> commands.add(new PaletteViewModel.Command(
                        screen.key(), null, screen.icon(), said(digit(screen)), () -> model.go(screen))));
        pages.forEach((screen, page) -> {
            for (PageAction action : page.actions()) {
                commands.add(new PaletteViewModel.Command(action.key(), screen.key(), action.icon(), "", () -> {
                    model.go(screen);
                    action.run().run();
                }));
            }
        });
        commands.add(new PaletteViewModel.Command("account.signOut", null, Glyphs.ACCOUNT, "", model::signOut));
        return commands;
    }

    private static String said(KeyCombination keys) {
        return keys.getDisplayText();
    }

    private Optional<Runnable> opening(SearchHit hit) {
        return pages.screenFor(hit.kind()).map(screen -> () -> {
            model.go(screen);
            pages.of(screen).open(hit);
        });
    }

    private void arrange() {
        navigation.setNarrow(frame.getWidth() < display.em(NARROW_EM));
    }

    private void show(Screen screen) {
        Page page = pages.of(screen);
        stage.getChildren().setAll(page.content());
        page.enter();
    }

    private static KeyCombination digit(Screen screen) {
        return shortcut(KeyCode.getKeyCode(String.valueOf(screen.digit())));
    }

    private void shortcut(KeyEvent event) {
        if (PALETTE.match(event)) {
            palette.open();
            event.consume();
            return;
        }
        if (palette.isOpen().get()) {
            return;
        }
        for (Screen screen : pages.screens()) {
            if (digit(screen).match(event)) {
                model.go(screen);
                event.consume();
                return;
            }
        }
        Page page = pages.of(model.screen().get());
        if (ADD.match(event)) {
            page.add();
            event.consume();
        } else if (FIND.match(event)) {
            page.focusSearch();
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            page.enter();
            event.consume();
        } else if (UNDO.match(event) && !(event.getTarget() instanceof TextInputControl)) {
            // In a text it takes back what was typed.
            workplace.undo().undo();
            event.consume();
        }
    }

    public Parent content() {
        return content;
    }
}
