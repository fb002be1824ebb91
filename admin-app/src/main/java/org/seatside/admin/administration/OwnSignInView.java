package org.seatside.admin.administration;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.QrPicture;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.RecoveryCodes;
import org.seatside.model.api.SessionView;

/// The own sign-in: password, authenticator with its QR code and recovery codes, open sessions.
final class OwnSignInView implements Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final double QR_EM = 14;

    private final OwnSignInViewModel model;
    private final Display display;
    private final ZoneId zone;
    private final Widgets widgets;
    private final VBox factor = new VBox();
    private final VBox sessions = new VBox();
    private final ScrollPane content;

    OwnSignInView(OwnSignInViewModel model, Display display, ZoneId zone) {
        this.model = model;
        this.display = display;
        this.zone = zone;
        this.widgets = new Widgets(display);
        VBox password = new VBox(
                widgets.label("own.password.title", "type-lead"),
                new EntryFormView(model.password(), widgets, "own.password.submit", null, "plain").content());
        password.getStyleClass().addAll("panel", "form");
        factor.getStyleClass().addAll("panel", "form");
        sessions.getStyleClass().addAll("panel", "form");
        VBox page = new VBox(
                widgets.label("own.title", "type-head"),
                widgets.notice(model.notice(), null),
                factor,
                password,
                sessions);
        page.getStyleClass().addAll("page", "reading");
        VBox.setVgrow(page, Priority.ALWAYS);
        content = FollowingScroll.of(page);
        model.enrolling().addListener((_, _, _) -> showFactor());
        model.codes().addListener((_, _, _) -> showFactor());
        model.sessions().all().addListener((javafx.beans.InvalidationListener) _ -> showSessions());
        display.messages().language().addListener((_, _, _) -> showSessions());
        showFactor();
        showSessions();
    }

    private void showFactor() {
        factor.getChildren().setAll(widgets.label("own.totp.title", "type-lead"));
        RecoveryCodes codes = model.codes().get();
        OwnSignInViewModel.Enrolling begun = model.enrolling().get();
        if (codes != null) {
            factor.getChildren().addAll(codes(codes));
        } else if (begun != null) {
            factor.getChildren().addAll(enrolling(begun));
        } else {
            Button begin = widgets.button("own.totp.begin", Glyphs.PASS, model::enrol, "accent");
            begin.disableProperty().bind(model.busy());
            VBox removal = new VBox(
                    widgets.label("own.totp.remove.title", "strong"),
                    new EntryFormView(model.removing(), widgets, "own.totp.remove", null, "plain").content());
            removal.getStyleClass().add("form");
            factor.getChildren().addAll(widgets.label("own.totp.why", "quiet"), begin, removal);
        }
    }

    private List<Node> enrolling(OwnSignInViewModel.Enrolling begun) {
        Label secret = new Label(grouped(begun.secret().secret()));
        secret.getStyleClass().addAll("strong", "figures");
        secret.setWrapText(true);
        return List.of(
                widgets.label("own.totp.scan"),
                QrPicture.of(begun.secret().uri(), QR_EM, display, "own.totp.qr"),
                widgets.label("own.totp.type", "quiet"),
                secret,
                new EntryFormView(model.confirming(begun), widgets, "own.totp.confirm", null).content(),
                widgets.button("own.totp.drop", null, model::dropEnrolment));
    }

    /// Four by four: typed without losing the place.
    private static String grouped(String secret) {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private List<Node> codes(RecoveryCodes codes) {
        TilePane list = new TilePane();
        for (String code : codes.codes()) {
            Label label = new Label(code);
            label.getStyleClass().addAll("recovery-code", "figures");
            list.getChildren().add(label);
        }
        list.getStyleClass().add("actions");
        list.setTileAlignment(Pos.CENTER_LEFT);
        FlowPane actions = new FlowPane(
                widgets.button("own.totp.codes.copy", null, () -> copy(codes)),
                widgets.button("own.totp.codes.done", null, model::dropCodes, "accent"));
        actions.getStyleClass().add("actions");
        return List.of(widgets.label("own.totp.codes"), list, actions);
    }

    private static void copy(RecoveryCodes codes) {
        javafx.scene.input.ClipboardContent text = new javafx.scene.input.ClipboardContent();
        text.putString(String.join(System.lineSeparator(), codes.codes()));
        javafx.scene.input.Clipboard.getSystemClipboard().setContent(text);
    }

    private void showSessions() {
        Button others = widgets.button("own.sessions.endOthers", Glyphs.REVOKE, model::endOthers);
        Button all = widgets.button("own.sessions.endAll", Glyphs.REVOKE, model::endAll);
        others.disableProperty().bind(model.busy());
        all.disableProperty().bind(model.busy());
        FlowPane actions = new FlowPane(others, all, widgets.busy(model.busy()));
        actions.getStyleClass().add("actions");
        sessions.getChildren()
                .setAll(
                        widgets.label("own.sessions.title", "type-lead"),
                        widgets.notice(model.sessions().notice(), null));
        model.sessions().all().forEach(session -> sessions.getChildren().add(row(session)));
        sessions.getChildren().add(actions);
    }

    private Node row(SessionView session) {
        String named = SessionText.of(session);
        Label name = widgets.name(named.isEmpty() ? display.messages().now("own.session.unnamed") : named, "strong");
        name.setWrapText(true);
        Label times = widgets.label(
                display.messages().text("own.session.times", said(session.openedAt()), said(session.usedAt())),
                "type-small",
                "quiet",
                "figures");
        VBox row = new VBox(name, times);
        if (session.current()) {
            row.getChildren().add(widgets.label("own.session.current", "mark", "role-present"));
        } else {
            Button end = widgets.button("own.session.end", null, () -> model.end(session));
            end.setAccessibleText(display.messages().now("own.session.end.of", name.getText()));
            row.getChildren().add(end);
        }
        row.getStyleClass().addAll("panel-row", "lines");
        return row;
    }

    private String said(java.time.@Nullable Instant at) {
        return at == null ? "–" : TIME.format(at.atZone(zone));
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {
        model.sessions().load();
    }

    @Override
    public void leave() {
        model.dropEnrolment();
        model.dropCodes();
    }

    @Override
    public void add() {}

    @Override
    public void focusSearch() {}
}
