package org.seatside.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.fx.Messages;

/// Where and when, and how the kiosk does.
final class HeaderPane extends Region {
    private final HeaderViewModel model;
    private final HBox line = new HBox();
    private final FittedBox box = new FittedBox(line);
    private final Label room = new Label();
    private final Label meeting = new Label();
    private final Label sound = new Label();
    private final Label link = new Label();
    private final FontIcon linkIcon = Icons.icon("mdi2l-lan-connect", box.em(), 0.9);
    private final Label time = new Label();

    HeaderPane(HeaderViewModel model) {
        this.model = model;
        getStyleClass().add("header");
        line.getStyleClass().add("header-line");
        line.setAlignment(Pos.CENTER_LEFT);
        room.getStyleClass().add("room");
        room.setGraphic(Icons.icon("mdi2m-map-marker", box.em(), 0.9));
        meeting.getStyleClass().add("meeting");
        sound.setGraphic(Icons.icon("mdi2v-volume-off", box.em(), 0.9));
        sound.getStyleClass().add("quiet");
        link.setGraphic(linkIcon);
        link.getStyleClass().add("quiet");
        time.getStyleClass().add("time");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Label label : new Label[] {room, meeting, sound, link, time}) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        line.getChildren().addAll(room, meeting, space, sound, link, time);
        getChildren().add(box);
    }

    void relabel(Messages messages) {
        room.setText(
                model.room().get().isEmpty()
                        ? messages.now("header.wheels")
                        : model.room().get());
        meeting.setText(model.meeting().get());
        show(meeting, !meeting.getText().isEmpty());
        sound.setText(messages.now("sound.none"));
        show(sound, !model.soundWorks().get());
        linkIcon.setIconLiteral(model.link().get().icon());
        link.setText(model.link().get().word().in(messages));
        time.setText(model.time().get());
        time.setAccessibleText(messages.now("header.clock", model.time().get()));
        box.refit();
    }

    private static void show(Label label, boolean shown) {
        label.setManaged(shown);
        label.setVisible(shown);
    }

    void want(double em) {
        box.want(em);
    }

    @Override
    protected void layoutChildren() {
        box.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
