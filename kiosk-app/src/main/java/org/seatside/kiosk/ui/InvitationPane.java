package org.seatside.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.camera.Frame;
import org.seatside.fx.Messages;

/// The camera's picture and what to do with it: side by side on a wide screen, one above the other on a tall
/// one.
final class InvitationPane extends GivenPlace {
    private static final double PICTURE_SHARE = 0.54;
    /// Large or long texts need the room more than the picture does.
    private static final double PICTURE_SHARE_FOR_TEXT = 0.38;
    private static final double PICTURE_SHARE_FOR_LARGEST_TEXT = 0.2;
    private static final double GAP_EM = 0.6;
    private static final double HEADLINE_EM = 1.5625;
    private static final double ICON_EM = 2.2;
    private static final double LARGEST_ICON_SCALE = 1;

    private final CameraPane camera;
    private final StageText text;
    private final FontIcon icon = new FontIcon("mdi2q-qrcode-scan");
    private double body = 16;
    private double scale = 1;
    private double controlsFrom;
    private boolean wordy;

    InvitationPane(boolean mirrored, Messages messages) {
        camera = new CameraPane(mirrored);
        text = new StageText(messages);
        text.align(Pos.CENTER_LEFT);
        icon.getStyleClass().setAll("kiosk-icon");
        getStyleClass().add("invitation");
        getChildren().addAll(camera, icon, text);
    }

    StageText text() {
        return text;
    }

    void show(StageContent.Camera content, Messages messages) {
        icon.setIconLiteral(content.icon());
        String headline = content.headline().in(messages);
        String sentence = content.sentence().in(messages);
        text.show(List.of(
                new Block(headline, "headline", HEADLINE_EM),
                Block.of(content.where(), "where"),
                Block.of(sentence, "sentence")));
        wordy = !content.where().isEmpty();
        setAccessibleText(headline + ". " + content.where() + ". " + sentence);
        camera.setVisible(content.cameraWorks());
        requestLayout();
    }

    void show(Frame frame) {
        camera.show(frame);
    }

    CameraPane camera() {
        return camera;
    }

    void want(double bodyPixels, double textScale) {
        body = bodyPixels;
        scale = textScale;
        text.want(bodyPixels, textScale);
        requestLayout();
    }

    void controlsFrom(double y) {
        controlsFrom = y;
        requestLayout();
    }

    private double share() {
        if (scale > 2) {
            return PICTURE_SHARE_FOR_LARGEST_TEXT;
        }
        return scale > 1 || wordy ? PICTURE_SHARE_FOR_TEXT : PICTURE_SHARE;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double gap = body * GAP_EM;
        double x = 0;
        double y = 0;
        if (camera.isVisible() && width >= height) {
            double picture = Math.rint(width * share());
            camera.resizeRelocate(0, 0, picture, height);
            x = picture + gap;
        } else if (camera.isVisible()) {
            double picture = Math.rint(height * share());
            camera.resizeRelocate(0, 0, width, picture);
            y = picture + gap;
        }
        // Beside large text the icon says nothing that the words do not, and they need its place.
        boolean iconFits = scale <= LARGEST_ICON_SCALE;
        icon.setVisible(iconFits);
        double top = y;
        if (iconFits) {
            double size = Math.rint(body * ICON_EM);
            icon.setIconSize((int) size);
            icon.relocate(x, y + size * 0.1);
            top += size * 1.2;
        }
        text.resizeRelocate(x, top, width - x, height - top);
        text.align(iconFits ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        text.controlsFrom(controlsFrom - top);
    }
}
