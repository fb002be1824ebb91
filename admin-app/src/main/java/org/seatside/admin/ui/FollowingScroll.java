package org.seatside.admin.ui;

import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Scrolls downwards only, and keeps what has the keyboard in sight.
public final class FollowingScroll {
    private static final double LEAST_LIST_EM = 17;

    private FollowingScroll() {}

    public static ScrollPane of(Node content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        follow(scroll);
        return scroll;
    }

    /// A page with a list in it: the list takes what the window has left, but keeps room for some rows, below
    /// which the page scrolls.
    public static ScrollPane around(Region page, Region list, Display display) {
        list.minHeightProperty().bind(Bindings.createDoubleBinding(() -> display.em(LEAST_LIST_EM), display.scale()));
        ScrollPane scroll = of(page);
        scroll.setFitToHeight(true);
        return scroll;
    }

    /// What was only just added gets its place with the next layout, so its place is followed; until the person
    /// scrolls, who has decided then.
    private static void follow(ScrollPane scroll) {
        AtomicReference<@Nullable Node> followed = new AtomicReference<>();
        InvalidationListener show = _ -> {
            Node owner = followed.get();
            if (owner != null) {
                // Read, or no further change is told.
                owner.getLocalToSceneTransform();
                show(scroll, owner);
            }
        };
        Runnable leave = () -> {
            Node owner = followed.getAndSet(null);
            if (owner != null) {
                owner.localToSceneTransformProperty().removeListener(show);
            }
        };
        ChangeListener<@Nullable Node> focus = (_, _, owner) -> {
            leave.run();
            if (owner != null && inside(owner, scroll.getContent())) {
                followed.set(owner);
                owner.localToSceneTransformProperty().addListener(show);
                show(scroll, owner);
            }
        };
        scroll.sceneProperty().addListener((_, before, now) -> {
            if (before != null) {
                before.focusOwnerProperty().removeListener(focus);
                leave.run();
            }
            if (now != null) {
                now.focusOwnerProperty().addListener(focus);
            }
        });
        scroll.addEventFilter(ScrollEvent.ANY, _ -> leave.run());
        scroll.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> leave.run());
    }

    private static boolean inside(Node node, Node content) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.equals(content)) {
                return true;
            }
        }
        return false;
    }

    /// Scrolls so far that a part of the content is in sight.
    public static void show(ScrollPane scroll, Node owner) {
        Node content = scroll.getContent();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0 || seen <= 0) {
            return;
        }
        // A field is shown with its label above and its error below.
        Node whole = owner.getParent() == null || owner.getParent().equals(content) ? owner : owner.getParent();
        Bounds where = content.sceneToLocal(whole.localToScene(whole.getLayoutBounds()));
        double top = scroll.getVvalue() * hidden;
        if (where.getMinY() < top) {
            scroll.setVvalue(where.getMinY() / hidden);
        } else if (where.getMaxY() > top + seen) {
            scroll.setVvalue(Math.min(1, (where.getMaxY() - seen) / hidden));
        }
    }
}
