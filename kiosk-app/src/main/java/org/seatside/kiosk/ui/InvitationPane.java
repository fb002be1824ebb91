package org.seatside.kiosk.ui;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.camera.Frame;
import org.seatside.fx.Messages;

/// The camera's picture and what to do with it: side by side on a wide screen, one above the other on a tall one.
final class InvitationPane extends Region {
    private static final double PICTURE_SHARE = 0.54;
    /// Large or long texts need the room more than the picture does.
    private static final double PICTURE_SHARE_FOR_TEXT = 0.38;
    private static final double GAP_EM = 0.6;

    private final CameraPane camera;
    private final VBox texts = new VBox();
    private final FittedBox box = new FittedBox(texts);
    private final FontIcon icon = Icons.icon("mdi2q-qrcode-scan", box.em(), 2.2);
    private final Label headline = new Label();
    private final Label where = new Label();
    private final Label sentence = new Label();
    private double gap;
    private boolean large;

    InvitationPane(boolean mirrored) {
        camera = new CameraPane(mirrored);
        texts.getStyleClass().add("invitation");
        texts.setAlignment(Pos.CENTER_LEFT);
        headline.getStyleClass().add("headline");
        headline.setWrapText(true);
        where.getStyleClass().add("where");
        where.setWrapText(true);
        sentence.getStyleClass().add("sentence");
        sentence.setWrapText(true);
        texts.getChildren().addAll(icon, headline, where, sentence);
        getChildren().addAll(camera, box);
    }

    void show(StageContent.Camera content, Messages messages) {
        icon.setIconLiteral(content.icon());
        headline.setText(content.headline().in(messages));
        where.setText(content.where());
        where.setVisible(!content.where().isEmpty());
        where.setManaged(!content.where().isEmpty());
        sentence.setText(content.sentence().in(messages));
        setAccessibleText(headline.getText() + ". " + content.where() + ". " + sentence.getText());
        camera.setVisible(content.cameraWorks());
        box.refit();
        requestLayout();
    }

    void show(Frame frame) {
        camera.show(frame);
    }

    /// @param em font size of body text, if it fits
    /// @param large whether that is more than 100 %
    void want(double em, boolean large) {
        gap = em * GAP_EM;
        this.large = large;
        box.want(em);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double share = large || where.isManaged() ? PICTURE_SHARE_FOR_TEXT : PICTURE_SHARE;
        if (!camera.isVisible()) {
            box.resizeRelocate(0, 0, width, height);
        } else if (width >= height) {
            double picture = Math.rint(width * share);
            camera.resizeRelocate(0, 0, picture, height);
            box.resizeRelocate(picture + gap, 0, width - picture - gap, height);
        } else {
            double picture = Math.rint(height * share);
            camera.resizeRelocate(0, 0, width, picture);
            box.resizeRelocate(0, picture + gap, width, height - picture - gap);
        }
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return 0;
    }
}
