package org.seatside.admin.room;

import java.io.File;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;
import org.seatside.fx.MovingImage;
import org.seatside.qr.image.ImageFiles;

/// Adds a room: the tag first, by camera, photo or a photo dropped here; then its name.
final class NewRoomView {
    private static final double PICTURE_EM = 24;

    private static final List<String> PHOTOS = List.of("png", "jpg", "jpeg", "gif", "bmp");

    private final NewRoomViewModel form;
    private final TagScanViewModel scan;
    private final FileDialogs dialogs;
    private final Widgets widgets;
    private final Drawer drawer;

    NewRoomView(NewRoomViewModel form, TagScanViewModel scan, Display display, FileDialogs dialogs, Runnable close) {
        this.form = form;
        this.scan = scan;
        this.dialogs = dialogs;
        this.widgets = new Widgets(display);
        TextField name = new TextField();
        Widgets.bind(name, form.name());
        TextField building = new TextField();
        Widgets.bind(building, form.building());
        TextField floor = new TextField();
        Widgets.bind(floor, form.floor());
        Button save = widgets.button("rooms.add.submit", null, form::submit, "accent");
        save.setDefaultButton(true);
        save.disableProperty().bind(form.busy());
        HBox actions = new HBox(save, widgets.busy(form.busy()));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("actions");
        drawer = new Drawer(
                widgets,
                display.messages().text("rooms.add.title"),
                close,
                tag(display),
                widgets.notice(form.notice(), null),
                widgets.field("room.name.field", name, "room.name.hint", form.nameError()),
                widgets.field("room.building.field", building, null, new SimpleObjectProperty<>()),
                widgets.field("room.floor.field", floor, null, new SimpleObjectProperty<>()),
                actions);
        drawer.content().setOnDragOver(NewRoomView::over);
        drawer.content().setOnDragDropped(this::dropped);
    }

    private Node tag(Display display) {
        Button camera = widgets.button("tag.camera", Glyphs.CAMERA, scan::scan);
        camera.visibleProperty().bind(scan.scanning().not());
        camera.managedProperty().bind(camera.visibleProperty());
        Button stop = widgets.button("tag.camera.stop", Glyphs.CAMERA, scan::stop);
        stop.visibleProperty().bind(scan.scanning());
        stop.managedProperty().bind(stop.visibleProperty());
        Button photo = widgets.button(
                "tag.photo",
                Glyphs.IMAGE,
                () -> dialogs.openFile("PNG, JPEG, GIF, BMP", PHOTOS).ifPresent(scan::photo));
        Button drop = widgets.button("tag.drop", Glyphs.REVOKE, form::dropTag);
        drop.visibleProperty().bind(form.tag().isNotNull());
        drop.managedProperty().bind(drop.visibleProperty());
        FlowPane ways = new FlowPane(camera, stop, photo, drop, widgets.busy(scan.reading()));
        ways.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.label("tag.title", "strong"),
                widgets.label("tag.why", "type-small", "quiet"),
                ways,
                picture(display),
                widgets.notice(scan.notice(), null),
                crop(display));
        box.getStyleClass().addAll("panel", "form", "drop-target");
        return box;
    }

    /// Shown as the camera sees it, not mirrored: the tag is on a wall, not in the person's hand.
    private Node picture(Display display) {
        ImageView view = new ImageView();
        MovingImage picture = new MovingImage();
        view.setPreserveRatio(true);
        view.setFitWidth(display.em(PICTURE_EM));
        StackPane box = new StackPane(view);
        box.accessibleTextProperty().bind(widgets.messages().text("tag.camera.picture"));
        box.getStyleClass().add("camera");
        box.visibleProperty().bind(scan.frame().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        scan.frame().addListener((_, _, frame) -> {
            if (frame != null) {
                view.setImage(picture.draw(frame.width(), frame.height(), frame::writeArgb));
            }
        });
        return box;
    }

    /// There only while a photo is looked at in which no tag was found.
    private Node crop(Display display) {
        VBox place = new VBox();
        scan.crop().addListener((_, _, now) -> {
            place.getChildren().clear();
            if (now != null) {
                place.getChildren().add(new TagCropView(now, widgets, display.em(PICTURE_EM)).content());
            }
        });
        return place;
    }

    private static void over(DragEvent event) {
        boolean image = event.getDragboard().hasFiles()
                && event.getDragboard().getFiles().stream().anyMatch(file -> ImageFiles.isImageName(file.toPath()));
        if (image) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<File> images = event.getDragboard().getFiles().stream()
                .filter(file -> ImageFiles.isImageName(file.toPath()))
                .toList();
        if (!images.isEmpty()) {
            scan.photo(images.getFirst().toPath());
        }
        event.setDropCompleted(!images.isEmpty());
        event.consume();
    }

    Node content() {
        return drawer.content();
    }
}
