package org.seatside.admin.ui;

import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A page and the details of one thing on it: beside each other where there is room, else the details cover the
/// page. They slide in from the right, so that one sees where they came from.
public final class DetailPane extends Pane {
    private static final double WIDE_EM = 64;
    private static final double DETAIL_EM = 31;
    private static final Duration SLIDE = Duration.millis(150);

    private final Node main;
    private final Display display;
    private final boolean motion;
    private @Nullable Node detail;

    /// @param motion whether details slide in
    public DetailPane(Node main, Display display, boolean motion) {
        this.main = main;
        this.display = display;
        this.motion = motion;
        getChildren().add(main);
        display.scale().addListener((_, _, _) -> requestLayout());
    }

    /// Shows these details in place of the ones before; null closes them.
    public void show(@Nullable Node next) {
        if (detail != null) {
            getChildren().remove(detail);
        }
        boolean opened = detail == null;
        detail = next;
        if (next != null) {
            getChildren().add(next);
            if (opened && motion) {
                slide(next);
            }
        }
        requestLayout();
    }

    private void slide(Node node) {
        TranslateTransition slide = new TranslateTransition(SLIDE, node);
        slide.setFromX(display.em(4));
        slide.setToX(0);
        slide.setInterpolator(Interpolator.EASE_OUT);
        slide.play();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        Node side = detail;
        boolean beside = side != null && width >= display.em(WIDE_EM);
        double sideWidth = side == null ? 0 : beside ? display.em(DETAIL_EM) : width;
        double mainWidth = beside ? width - sideWidth : width;
        main.setVisible(side == null || beside);
        layoutInArea(main, 0, 0, mainWidth, height, 0, HPos.LEFT, VPos.TOP);
        if (side != null) {
            layoutInArea(side, width - sideWidth, 0, sideWidth, height, 0, HPos.LEFT, VPos.TOP);
        }
    }
}
