package org.seatside.admin.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;

/// Scrolls downwards only, and keeps what has the keyboard in sight.
public final class FollowingScroll {
    private FollowingScroll() {}

    public static ScrollPane of(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.sceneProperty().addListener((_, _, scene) -> {
            if (scene != null) {
                follow(scroll, scene);
            }
        });
        return scroll;
    }

    private static void follow(ScrollPane scroll, Scene scene) {
        Runnable show = () -> {
            Node owner = scene.getFocusOwner();
            if (owner != null && inside(owner, scroll.getContent())) {
                show(scroll, owner);
            }
        };
        scene.focusOwnerProperty().addListener((_, _, _) -> show.run());
        // What was just added has its place only after the next layout.
        scroll.getContent().layoutBoundsProperty().addListener((_, _, _) -> show.run());
    }

    private static boolean inside(Node node, Node content) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    private static void show(ScrollPane scroll, Node owner) {
        Node content = scroll.getContent();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0 || seen <= 0) {
            return;
        }
        // A field is shown with its label above and its error below.
        Node whole = owner.getParent() == null ? owner : owner.getParent();
        Bounds where = content.sceneToLocal(whole.localToScene(whole.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        if (where.getMinY() < top) {
            scroll.setVvalue(where.getMinY() / hidden);
        } else if (where.getMaxY() > top + seen) {
            scroll.setVvalue(Math.min(1, (where.getMaxY() - seen) / hidden));
        }
    }
}
