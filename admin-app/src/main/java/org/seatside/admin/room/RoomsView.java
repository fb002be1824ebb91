package org.seatside.admin.room;

import java.util.List;
import java.util.function.Supplier;
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
import org.kordamp.ikonli.materialdesign2.MaterialDesignN;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;
import org.seatside.admin.print.RoomCodePdf;
import org.seatside.admin.ui.AdaptiveColumns;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.camera.FrameSource;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.model.roster.Room;

/// The rooms, and at the right either a new one or one of them.
public final class RoomsView implements Page {
    private static final double NARROW_EM = 34;

    private final RoomsViewModel model;
    private final Display display;
    private final Widgets widgets;
    private final FileDialogs dialogs;
    private final PrintFonts fonts;
    private final String campus;
    private final NewRoomViewModel form;
    private final TagScanViewModel scan;
    private final TableView<Room> table;
    private final DetailPane content;

    /// @param cameras opens the camera that reads tags
    public RoomsView(
            RoomsViewModel model,
            Display display,
            FileDialogs dialogs,
            PrintFonts fonts,
            String campus,
            Supplier<FrameSource> cameras) {
        this.model = model;
        this.display = display;
        this.dialogs = dialogs;
        this.fonts = fonts;
        this.campus = campus;
        this.widgets = new Widgets(display);
        this.form = new NewRoomViewModel(
                model.link(),
                room -> {
                    model.note(room);
                    open(room, Notice.done("room.added", room.name()));
                },
                room -> open(room, Notice.news("tag.known", room.name())));
        this.scan = new TagScanViewModel(model.link().tasks(), cameras, form::take);
        this.table = table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(head(), widgets.notice(model.notice(), null), table);
        page.getStyleClass().add("page");
        content = new DetailPane(page, display, true);
    }

    private Node head() {
        Label title = widgets.label("nav.rooms", "type-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                title, widgets.busy(model.busy()), widgets.button("rooms.add", Glyphs.ADD, this::add, "accent"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private TableView<Room> table() {
        TableView<Room> rooms = new TableView<>(model.rooms());
        rooms.accessibleTextProperty().bind(display.messages().text("nav.rooms"));
        AdaptiveColumns.on(
                rooms,
                display,
                NARROW_EM,
                List.of(
                        widgets.column("room.name", 4, room -> widgets.name(room.name(), "strong")),
                        widgets.column("room.building", 4, room -> widgets.name(room.building())),
                        widgets.column("room.floor", 2, room -> widgets.name(room.floor())),
                        widgets.column("room.tag", 4, room -> widgets.mark(tag(room)))),
                List.of(
                        widgets.column("room.name", 5, this::nameAndPlace),
                        widgets.column("room.tag", 5, room -> widgets.mark(tag(room)))));
        rooms.setPlaceholder(widgets.empty(Glyphs.ROOMS, "rooms.empty.head", "rooms.empty.body"));
        rooms.setOnMouseClicked(_ -> openSelected());
        rooms.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        return rooms;
    }

    private Node nameAndPlace(Room room) {
        VBox lines = new VBox(
                widgets.name(room.name(), "strong"),
                widgets.name((room.building() + " " + room.floor()).strip(), "type-small", "quiet"));
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.getStyleClass().add("lines");
        return lines;
    }

    static Mark tag(Room room) {
        return room.tag() == null
                ? new Mark(MaterialDesignQ.QRCODE, "room.tag.own", Role.QUIET)
                : new Mark(MaterialDesignN.NFC_VARIANT, "room.tag.university", Role.QUIET);
    }

    private void openSelected() {
        Room selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open(selected, null);
        }
    }

    private void open(Room room, @Nullable Notice first) {
        scan.stop();
        RoomViewModel one = new RoomViewModel(
                model.link(), room, new RoomCodePdf(fonts), display.messages(), campus, fonts.korean());
        model.deleting().keep();
        RoomDetailsViewModel details = new RoomDetailsViewModel(model.link(), room, model.buildings());
        content.show(new RoomView(one, details, model, display, dialogs, first, this::close).content());
    }

    @Override
    public void add() {
        content.show(new NewRoomView(form, scan, display, dialogs, this::close).content());
    }

    private void close() {
        scan.stop();
        content.show(null);
        table.requestFocus();
    }

    @Override
    public void focusSearch() {
        table.requestFocus();
    }

    @Override
    public void enter() {
        model.load();
    }

    @Override
    public void leave() {
        scan.stop();
    }

    @Override
    public Node content() {
        return content;
    }
}
