package org.seatside.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.fx.Messages;

/// Where and when, and how the kiosk does. While a wait runs out, the seconds left in its place, and more time
/// at a press.
final class HeaderPane extends Region {
    private final KioskViewModel model;
    private final HeaderViewModel shown;
    private final HBox line = new HBox();
    private final FittedBox box = new FittedBox(line);
    private final Label room = new Label();
    private final Label meeting = new Label();
    private final Label sound = new Label();
    private final Label link = new Label();
    private final FontIcon linkIcon = Icons.icon("mdi2l-lan-connect", box.em(), 0.9);
    private final Label time = new Label();
    private final Button moreTime = new Button();
    private final FittedBox moreTimeBox = new FittedBox(moreTime);
    private boolean brief;

    HeaderPane(KioskViewModel model) {
        this.model = model;
        shown = model.header();
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
        moreTime.setId("more-time");
        moreTime.getStyleClass().addAll("action", "more-time");
        moreTime.setGraphic(Icons.icon("mdi2t-timer-plus-outline", moreTimeBox.em(), 1));
        moreTime.setMinWidth(USE_PREF_SIZE);
        moreTime.setOnAction(_ -> model.touched());
        moreTimeBox.setVisible(false);
        getChildren().addAll(box, moreTimeBox);
    }

    void relabel(Messages messages) {
        int left = model.secondsLeft().get();
        moreTime.setText(messages.now("time.left", left));
        moreTimeBox.setVisible(left > 0);
        box.setVisible(left == 0);
        // By which staff find what did not count: nobody else needs it, so it stands where nobody looks.
        String trace =
                model.stage().get() instanceof StageContent.Result(OutcomePresentation _, String text) ? text : "";
        room.setText(trace.isEmpty() ? where(messages) : messages.now("outcome.trace", trace));
        show(room, !room.getText().isEmpty());
        meeting.setText(trace.isEmpty() ? shown.meeting().get() : "");
        show(meeting, !brief && !meeting.getText().isEmpty());
        boolean mute = !shown.soundWorks().get();
        boolean dumb = !shown.voiceWorks().get() && model.visit().now().speech();
        sound.setText(messages.now(mute ? "sound.none" : "voice.none"));
        show(sound, mute || dumb);
        linkIcon.setIconLiteral(shown.link().get().icon());
        link.setText(shown.link().get().word().in(messages));
        show(link, !brief || !shown.link().get().fine());
        time.setText(shown.time().get());
        time.setAccessibleText(messages.now("header.clock", shown.time().get()));
        box.refit();
        moreTimeBox.refit();
    }

    private String where(Messages messages) {
        String name = shown.room().get();
        // A kiosk that belongs to no campus has nothing to ask for.
        boolean stranger = model.state().get().fault() == KioskState.Fault.NOT_PAIRED;
        return name.isEmpty() && !stranger ? messages.now("header.wheels") : name;
    }

    private static void show(Label label, boolean shown) {
        label.setManaged(shown);
        label.setVisible(shown);
    }

    /// @param large whether there is only room for what matters most
    void want(double em, boolean large) {
        brief = large;
        box.want(em);
        moreTimeBox.want(em);
        relabel(model.messages());
    }

    @Override
    protected void layoutChildren() {
        box.resizeRelocate(0, 0, getWidth(), getHeight());
        double margin = Math.rint(getHeight() * 0.1);
        moreTimeBox.resizeRelocate(0, margin, getWidth(), getHeight() - 2 * margin);
    }
}
