package org.seatside.kiosk.ui;

import javafx.geometry.Rectangle2D;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.shape.Rectangle;
import org.seatside.camera.Frame;
import org.seatside.fx.MovingImage;

/// What the camera sees, like a mirror, with a frame to aim at. Fills its place; what does not fit is left out
/// at the sides.
final class CameraPane extends GivenPlace {
    private static final double AIM = 0.62;
    private static final double ROUNDING = 24;

    private final ImageView view = new ImageView();
    private final Rectangle shade = new Rectangle();
    private final Rectangle aim = new Rectangle();
    private final Rectangle clip = new Rectangle();
    private final MovingImage picture = new MovingImage();
    private double zoom = 1;

    /// @param mirrored whether left and right are swapped, as in a mirror
    CameraPane(boolean mirrored) {
        getStyleClass().add("camera");
        view.setScaleX(mirrored ? -1 : 1);
        view.setSmooth(true);
        shade.getStyleClass().add("aim-shade");
        aim.getStyleClass().add("aim");
        clip.setArcWidth(ROUNDING);
        clip.setArcHeight(ROUNDING);
        setClip(clip);
        getChildren().addAll(view, shade, aim);
    }

    CameraLook look() {
        return new CameraLook(view.getScaleX() < 0, zoom);
    }

    void look(CameraLook wanted) {
        view.setScaleX(wanted.mirrored() ? -1 : 1);
        zoom = wanted.zoom();
        requestLayout();
    }

    void show(Frame frame) {
        Image now = picture.draw(frame.width(), frame.height(), frame::writeArgb);
        if (!now.equals(view.getImage())) {
            view.setImage(now);
            requestLayout();
        }
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        clip.setWidth(width);
        clip.setHeight(height);
        Image image = view.getImage();
        if (image != null && width > 0 && height > 0) {
            double scale = zoom * Math.max(width / image.getWidth(), height / image.getHeight());
            double seenWidth = width / scale;
            double seenHeight = height / scale;
            view.setViewport(new Rectangle2D(
                    (image.getWidth() - seenWidth) / 2, (image.getHeight() - seenHeight) / 2, seenWidth, seenHeight));
            view.setFitWidth(width);
            view.setFitHeight(height);
        }
        double side = Math.min(width, height) * AIM;
        for (Rectangle square : new Rectangle[] {shade, aim}) {
            square.setX((width - side) / 2);
            square.setY((height - side) / 2);
            square.setWidth(side);
            square.setHeight(side);
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }
}
