package org.seatside.admin.administration;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;

/// Webhooks in a list, and one of them with its key, a test and what was given up.
final class HooksKind implements Kind<Hook> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final HooksViewModel model;
    private final Widgets widgets;
    private final ZoneId zone;

    HooksKind(HooksViewModel model, Widgets widgets, ZoneId zone) {
        this.model = model;
        this.widgets = widgets;
        this.zone = zone;
    }

    @Override
    public String title() {
        return "hooks.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignW.WEBHOOK;
    }

    @Override
    public String emptyHead() {
        return "hooks.empty.head";
    }

    @Override
    public String emptyBody() {
        return "hooks.empty.body";
    }

    @Override
    public String add() {
        return "hooks.add";
    }

    @Override
    public List<Column<Hook>> columns() {
        return List.of(
                Column.of("url", "hook.column.url", 18, Hook::url).shownAs(hook -> widgets.name(hook.url(), "strong")),
                Column.of(
                                "format",
                                "hook.column.format",
                                10,
                                (Hook hook) -> widgets.messages().now(HooksViewModel.word(hook.format())))
                        .yields(2),
                Column.of(
                                "state",
                                "hook.column.state",
                                7,
                                (Hook hook) ->
                                        widgets.messages().now(state(hook).key()))
                        .shownAs(hook -> widgets.mark(state(hook)))
                        .yields(1));
    }

    private static Mark state(Hook hook) {
        return hook.active()
                ? new Mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "hook.state.on", Role.PRESENT)
                : new Mark(MaterialDesignC.CANCEL, "hook.state.off", Role.QUIET);
    }

    @Override
    public String heading(@Nullable Hook hook) {
        return widgets.messages().now(hook == null ? "hooks.add.title" : "hook.change.title");
    }

    @Override
    public List<Node> details(@Nullable Hook hook, Runnable close) {
        List<Node> parts = new ArrayList<>();
        if (hook != null) {
            HooksViewModel.One one = model.one(hook);
            one.load();
            parts.add(widgets.notice(one.notice(), null));
            parts.add(actions(one));
            parts.add(letters(one));
        }
        parts.add(new EntryFormView(model.form(hook, close), widgets, "entry.save", null).content());
        return parts;
    }

    private Node actions(HooksViewModel.One one) {
        Button test = widgets.button("hook.test", null, one::test);
        test.disableProperty().bind(one.busy());
        Button show = widgets.button("hook.secret.show", null, one::showSecret);
        show.visibleProperty().bind(one.secret().isNull());
        show.managedProperty().bind(show.visibleProperty());
        FlowPane ways = new FlowPane(test, show, widgets.busy(one.busy()));
        ways.getStyleClass().add("actions");
        TextField secret = new TextField();
        secret.setEditable(false);
        secret.textProperty().bind(widgets.words(one.secret(), it -> it == null ? "" : it));
        Node field = widgets.field("hook.secret", secret, "hook.secret.hint");
        field.visibleProperty().bind(one.secret().isNotNull());
        field.managedProperty().bind(field.visibleProperty());
        VBox box = new VBox(ways, field);
        box.getStyleClass().add("form");
        return box;
    }

    private Node letters(HooksViewModel.One one) {
        VBox box = new VBox();
        box.getStyleClass().addAll("panel", "form");
        Runnable fill = () -> {
            box.getChildren().setAll(widgets.label("hook.letters.title", "strong"));
            if (one.letters().isEmpty()) {
                box.getChildren().add(widgets.label("hook.letters.none", "quiet"));
                return;
            }
            Button all = widgets.button("hook.letters.replayAll", Glyphs.REFRESH, one::replayAll);
            all.disableProperty().bind(one.busy());
            box.getChildren().add(all);
            one.letters().forEach(letter -> box.getChildren().add(row(one, letter)));
        };
        one.letters().addListener((ListChangeListener<DeadLetter>) _ -> fill.run());
        fill.run();
        return box;
    }

    private Node row(HooksViewModel.One one, DeadLetter letter) {
        String at = TIME.format(letter.at().atZone(zone));
        VBox row = new VBox(
                widgets.name(letter.detail(), "strong"),
                widgets.label(
                        widgets.messages().text("hook.letter.at", at, String.valueOf(letter.logIndex())),
                        "type-small",
                        "quiet",
                        "figures"));
        if (letter.replay()) {
            row.getChildren().add(widgets.label("hook.letter.again", "mark", "role-known"));
        } else {
            Button again = widgets.button("hook.letter.replay", Glyphs.REFRESH, () -> one.replay(letter));
            row.getChildren().add(again);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("panel-row", "lines");
        return row;
    }
}
