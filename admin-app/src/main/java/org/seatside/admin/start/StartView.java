package org.seatside.admin.start;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.DisplayMenu;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.TopBar;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.About;

/// Connecting, the first administrator, signing in: one question at a time in the middle of the window.
public final class StartView {
    private final StartViewModel model;
    private final Display display;
    private final Widgets widgets;
    private final BorderPane content = new BorderPane();
    private final VBox card = new VBox();

    public StartView(StartViewModel model, Display display) {
        this.model = model;
        this.display = display;
        this.widgets = new Widgets(display);
        content.setTop(top());
        content.getStyleClass().add("start");
        card.getStyleClass().add("card");
        card.setMaxHeight(Region.USE_PREF_SIZE);
        display.scale().addListener((_, _, _) -> resize());
        resize();
        StackPane middle = new StackPane(card);
        middle.getStyleClass().add("start-middle");
        ScrollPane scroll = FollowingScroll.of(middle);
        scroll.setFitToHeight(true);
        content.setCenter(scroll);
        model.step().addListener((_, _, _) -> show());
        show();
    }

    private void resize() {
        card.setMaxWidth(display.em(30));
    }

    private Node top() {
        return new TopBar(
                        display,
                        widgets,
                        widgets.words(model.about(), this::node),
                        new DisplayMenu(display, widgets).content())
                .content();
    }

    private String node(@Nullable About about) {
        String place = model.place().in(display.messages());
        return about == null ? place : display.messages().now("node.of", about.campus(), place);
    }

    private void show() {
        card.getChildren()
                .setAll(
                        switch (model.step().get()) {
                            case CONNECTING -> connecting();
                            case UNREACHABLE -> unreachable();
                            case SETUP -> setup();
                            case SIGN_IN -> signIn();
                        });
    }

    private Node connecting() {
        HBox row = new HBox(widgets.busy(new SimpleBooleanProperty(true)), widgets.label("start.connecting"));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private Node unreachable() {
        Button again = widgets.button("start.again", Glyphs.REFRESH, model::connect, "accent");
        return form(
                widgets.label("start.unreachable", "type-title"), widgets.notice(model.notice(), null), actions(again));
    }

    private Node setup() {
        SetupViewModel form = new SetupViewModel(model);
        TextField token = new TextField();
        Widgets.bind(token, form.token());
        Node tokenField = widgets.field("setup.token", token, "setup.token.hint", form.tokenError());
        tokenField.visibleProperty().bind(model.tokenKnown().not());
        tokenField.managedProperty().bind(model.tokenKnown().not());
        TextField name = new TextField();
        Widgets.bind(name, form.name());
        PasswordField password = new PasswordField();
        Widgets.bind(password, form.password());
        PasswordField repeated = new PasswordField();
        Widgets.bind(repeated, form.repeated());
        Button make = widgets.button("setup.submit", null, form::submit, "accent");
        make.setDefaultButton(true);
        make.disableProperty().bind(form.busy());
        focusFirst(name);
        return form(
                widgets.label("setup.title", "type-title"),
                widgets.label("setup.why", "quiet"),
                widgets.notice(form.notice(), null),
                tokenField,
                widgets.field("setup.name", name, "setup.name.hint", form.nameError()),
                widgets.field("setup.password", password, "setup.password.hint", form.passwordError()),
                widgets.field("setup.repeated", repeated, null, form.repeatedError()),
                actions(make, widgets.busy(form.busy())),
                sample());
    }

    private Node sample() {
        Button look = widgets.button("sample.open", Glyphs.INSIGHT, model::lookAround);
        look.disableProperty().bind(model.opening());
        Node box = form(
                widgets.label("sample.why", "type-small", "quiet"),
                widgets.notice(model.notice(), null),
                actions(look, widgets.busy(model.opening())));
        box.getStyleClass().add("panel");
        box.setVisible(model.offersSample());
        box.setManaged(model.offersSample());
        return box;
    }

    private Node signIn() {
        SignInViewModel form = new SignInViewModel(model);
        TextField name = new TextField();
        Widgets.bind(name, form.name());
        PasswordField password = new PasswordField();
        Widgets.bind(password, form.password());
        TextField code = new TextField();
        Widgets.bind(code, form.code());
        PasswordField own = new PasswordField();
        Widgets.bind(own, form.newPassword());
        Button open = widgets.button("signIn.submit", null, form::submit, "accent");
        open.setDefaultButton(true);
        open.disableProperty().bind(form.busy());
        Button change = widgets.button("signIn.newPassword.submit", null, form::changePassword, "accent");
        change.setDefaultButton(true);
        change.disableProperty().bind(form.busy());
        Node codeField = widgets.field("signIn.code", code, "signIn.code.hint", form.codeError());
        shownWhile(codeField, form.codeNeeded(), code);
        Node first = form(
                widgets.label("signIn.title", "type-title"),
                widgets.notice(form.notice(), null),
                widgets.field("signIn.name", name, null, form.nameError()),
                widgets.field("signIn.password", password, null, form.passwordError()),
                codeField,
                actions(open, widgets.busy(form.busy())));
        Node second = form(
                widgets.label("signIn.newPassword.title", "type-title"),
                widgets.label("signIn.newPassword.why", "quiet"),
                widgets.notice(form.notice(), null),
                widgets.field("signIn.newPassword", own, "setup.password.hint", form.newPasswordError()),
                actions(change, widgets.busy(form.busy())));
        first.visibleProperty().bind(form.newPasswordNeeded().not());
        first.managedProperty().bind(first.visibleProperty());
        shownWhile(second, form.newPasswordNeeded(), own);
        focusFirst(name);
        return new VBox(first, second);
    }

    private static void shownWhile(Node node, ObservableBooleanValue shown, TextField focus) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
        shown.addListener((_, _, now) -> {
            if (now) {
                focus.requestFocus();
            }
        });
    }

    private static Node form(Node... parts) {
        VBox form = new VBox(parts);
        form.getStyleClass().add("form");
        return form;
    }

    private static Node actions(Node... parts) {
        HBox row = new HBox(parts);
        row.getStyleClass().add("actions");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static void focusFirst(TextField field) {
        field.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                field.requestFocus();
            }
        });
    }

    public Parent content() {
        return content;
    }
}
