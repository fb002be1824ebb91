package org.seatside.admin.room;

import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.Widgets;

/// The photo with the part marked in which the tag is: drawn with the mouse, or moved with the arrow keys, with
/// Shift made wider or narrower, with + and - greater or smaller.
final class TagCropView {
    private static final double STEP = 0.02;

    private final TagCropViewModel model;
    private final ImageView photo;
    private final Region mark = new Region();
    private final Pane stage;
    private final VBox content;
    private double fromX;
    private double fromY;

    /// @param width of the photo in pixels
    TagCropView(TagCropViewModel model, Widgets widgets, double width) {
        this.model = model;
        photo = new ImageView(SwingFXUtils.toFXImage(model.picture(), null));
        photo.setPreserveRatio(true);
        photo.setFitWidth(width);
        mark.getStyleClass().add("crop-mark");
        mark.setMouseTransparent(true);
        mark.setManaged(false);
        stage = new Pane(photo, mark);
        stage.setMaxWidth(Region.USE_PREF_SIZE);
        stage.setFocusTraversable(true);
        stage.getStyleClass().add("crop");
        stage.accessibleTextProperty().bind(widgets.messages().text("tag.crop.picture"));
        stage.accessibleHelpProperty().bind(widgets.messages().text("tag.crop.how"));
        stage.setOnMousePressed(this::begin);
        stage.setOnMouseDragged(this::draw);
        stage.setOnKeyPressed(this::key);
        model.area().addListener((_, _, now) -> place(now));
        photo.layoutBoundsProperty().addListener((_, _, _) -> place(model.area().get()));
        place(model.area().get());
        content = new VBox(
                widgets.label("tag.crop.title", "strong"),
                widgets.label("tag.crop.how", "type-small", "quiet"),
                stage,
                widgets.busy(model.reading()),
                widgets.notice(model.notice(), null));
        content.getStyleClass().add("form");
    }

    private void place(TagArea area) {
        double width = photo.getLayoutBounds().getWidth();
        double height = photo.getLayoutBounds().getHeight();
        mark.resizeRelocate(area.x() * width, area.y() * height, area.width() * width, area.height() * height);
    }

    private void begin(MouseEvent event) {
        stage.requestFocus();
        fromX = across(event);
        fromY = down(event);
        event.consume();
    }

    private void draw(MouseEvent event) {
        model.mark(TagArea.between(fromX, fromY, across(event), down(event)));
        event.consume();
    }

    private double across(MouseEvent event) {
        return Math.clamp(event.getX() / photo.getLayoutBounds().getWidth(), 0, 1);
    }

    private double down(MouseEvent event) {
        return Math.clamp(event.getY() / photo.getLayoutBounds().getHeight(), 0, 1);
    }

    private void key(KeyEvent event) {
        TagArea now = model.area().get();
        TagArea next = next(now, event.getCode(), event.isShiftDown());
        if (!next.equals(now)) {
            model.mark(next);
            event.consume();
        }
    }

    /// What a key makes of an area; the same where it does nothing.
    static TagArea next(TagArea area, KeyCode key, boolean shift) {
        return switch (key) {
            case LEFT -> shift ? area.grown(-2 * STEP, 0) : area.moved(-STEP, 0);
            case RIGHT -> shift ? area.grown(2 * STEP, 0) : area.moved(STEP, 0);
            case UP -> shift ? area.grown(0, -2 * STEP) : area.moved(0, -STEP);
            case DOWN -> shift ? area.grown(0, 2 * STEP) : area.moved(0, STEP);
            case PLUS, ADD, EQUALS -> area.grown(2 * STEP, 2 * STEP);
            case MINUS, SUBTRACT -> area.grown(-2 * STEP, -2 * STEP);
            default -> area;
        };
    }

    Node content() {
        return content;
    }
}
