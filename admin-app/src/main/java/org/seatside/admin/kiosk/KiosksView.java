package org.seatside.admin.kiosk;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.AdaptiveColumns;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Room;

/// The kiosks, and at the right either a new one with its pairing code or one of them.
public final class KiosksView implements Page {
    private static final double NARROW_EM = 46;

    private final KiosksViewModel model;
    private final Display display;
    private final ZoneId zone;
    private final URI node;
    private final FileDialogs dialogs;
    private final Widgets widgets;
    private final TableView<KioskView> table;
    private final DetailPane content;
    private @Nullable OneKioskView shown;

    /// @param node where a kiosk finds it
    public KiosksView(KiosksViewModel model, Workplace at, URI node) {
        this.node = node;
        this.model = model;
        this.display = at.display();
        this.zone = at.clock().getZone();
        this.dialogs = at.dialogs();
        this.widgets = new Widgets(display);
        this.table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(head(), widgets.notice(model.notice(), model::dismissNotice), table);
        page.getStyleClass().add("page");
        content = new DetailPane(FollowingScroll.around(page, table, display), display, true);
        model.kiosks().addListener((ListChangeListener<KioskView>) _ -> refreshShown());
        display.messages().language().addListener((_, _, _) -> table.refresh());
    }

    private Node head() {
        Label title = widgets.label("nav.kiosks", "type-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, widgets.button("kiosks.add", Glyphs.ADD, this::add, "accent"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private TableView<KioskView> table() {
        TableView<KioskView> kiosks = new TableView<>(model.kiosks());
        kiosks.accessibleTextProperty().bind(display.messages().text("nav.kiosks"));
        AdaptiveColumns.on(
                kiosks,
                display,
                NARROW_EM,
                List.of(
                        widgets.column("kiosk.name", 5, this::name),
                        widgets.column("kiosk.health", 5, this::health),
                        widgets.column("kiosk.seen", 4, this::seen),
                        widgets.column("kiosk.waiting", 4, KiosksView::waiting)),
                List.of(
                        widgets.column("kiosk.name", 4.5, this::name),
                        widgets.column("kiosk.health", 5.5, this::healthAndSeen)));
        kiosks.setPlaceholder(widgets.empty(Glyphs.KIOSKS, "kiosks.empty.head", "kiosks.empty.body"));
        kiosks.setOnMouseClicked(_ -> openSelected());
        kiosks.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        return kiosks;
    }

    private Node name(KioskView view) {
        Label name = widgets.name(view.kiosk().name(), "strong");
        String place = model.roomOf(view.kiosk())
                .map(Room::name)
                .orElseGet(() -> display.messages().now("kiosk.room.none"));
        Label room = widgets.name(place, "type-small", "quiet");
        VBox lines = new VBox(name, room);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("lines");
        return lines;
    }

    private Node health(KioskView view) {
        return widgets.mark(KioskHealth.of(view, model.clock().instant()).mark());
    }

    private Node healthAndSeen(KioskView view) {
        Label seen = widgets.name(
                SeenWords.of(view.lastSeen(), model.clock().instant(), display.messages()), "type-small", "quiet");
        VBox lines = new VBox(health(view), seen);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("lines");
        return lines;
    }

    private Node seen(KioskView view) {
        return widgets.name(SeenWords.of(view.lastSeen(), model.clock().instant(), display.messages()));
    }

    private static Node waiting(KioskView view) {
        KioskState state = view.state();
        Label label = new Label(state == null ? "–" : state.waiting() + " / " + state.refused());
        label.getStyleClass().add("figures");
        return label;
    }

    private void openSelected() {
        KioskView selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open(selected.kiosk());
        }
    }

    /// Shows one kiosk.
    public void open(Kiosk kiosk) {
        model.keep();
        OneKioskView one = new OneKioskView(model, kiosk, display, dialogs, this::close);
        shown = one;
        content.show(one.content());
    }

    /// A kiosk that is as it was is only said anew: somebody may be typing beside it.
    private void refreshShown() {
        OneKioskView one = shown;
        if (one == null || model.asking().get() != null) {
            return;
        }
        model.kiosks().stream()
                .map(KioskView::kiosk)
                .filter(kiosk -> kiosk.id().equals(one.kiosk().id()))
                .findFirst()
                .ifPresent(kiosk -> {
                    if (kiosk.equals(one.kiosk())) {
                        one.update();
                    } else {
                        open(kiosk);
                    }
                });
    }

    @Override
    public void add() {
        shown = null;
        NewKioskViewModel form = new NewKioskViewModel(model.link(), _ -> model.open());
        content.show(new NewKioskView(form, model, display, zone, node, this::close).content());
    }

    private void close() {
        shown = null;
        model.keep();
        content.show(null);
        table.requestFocus();
    }

    @Override
    public void focusSearch() {
        table.requestFocus();
    }

    @Override
    public void enter() {
        model.open();
    }

    @Override
    public void leave() {
        model.close();
    }

    @Override
    public Node content() {
        return content;
    }
}
