package org.seatside.kiosk.ui;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.fx.Messages;
import org.seatside.model.attendance.MaskedStudent;

/// An outcome, as large as it goes: the icon, and beside it (above it on a tall screen) word, who, when and where, what
/// next.
final class OutcomePane extends Region {
    private static final double ICON_SHARE = 0.24;
    private static final double ICON_FILLS = 0.66;
    private static final double MARGIN = 20;
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");

    private final VBox lines = new VBox();
    private final FittedBox box = new FittedBox(lines);
    private final FontIcon icon = new FontIcon("mdi2c-check-bold");
    private final StackPane iconPlace = new StackPane(icon);
    private final Label word = line("outcome-word");
    private final Label student = line("outcome-student");
    private final Label where = line("where");
    private final Label next = line("sentence");

    OutcomePane() {
        getStyleClass().add("outcome");
        lines.getStyleClass().add("outcome-lines");
        icon.getStyleClass().setAll("kiosk-icon");
        lines.getChildren().addAll(word, student, where, next);
        getChildren().addAll(iconPlace, box);
    }

    private static Label line(String styleClass) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        return label;
    }

    void show(OutcomePresentation outcome, Messages messages) {
        show(
                outcome.role(),
                outcome.icon(),
                outcome.word().in(messages),
                outcome.next().in(messages));
        MaskedStudent named = outcome.student();
        set(student, named == null ? "" : named.name() + "  ·  " + named.numberTail());
        set(where, outcome.where());
        setAccessibleText(Stream.of(word.getText(), where.getText(), next.getText())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". ")));
    }

    void show(StageContent.Closed closed, Messages messages) {
        show(
                Role.ASK,
                closed.icon(),
                closed.headline().in(messages),
                closed.remedy().in(messages));
        set(student, "");
        set(where, "");
        setAccessibleText(word.getText() + ". " + next.getText());
    }

    private void show(Role role, String iconName, String wordText, String nextText) {
        getStyleClass()
                .removeAll(Arrays.stream(Role.values()).map(Role::styleClass).toList());
        getStyleClass().add(role.styleClass());
        icon.setIconLiteral(iconName);
        word.setText(wordText);
        next.setText(nextText);
        box.refit();
    }

    private static void set(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
        label.setVisible(!text.isEmpty());
    }

    /// The name leaves, its place stays.
    void nameVisible(boolean visible) {
        student.setVisible(visible && !student.getText().isEmpty());
    }

    void want(double em) {
        box.want(em);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        boolean wide = width >= height;
        lines.setAlignment(wide ? Pos.CENTER_LEFT : Pos.TOP_CENTER);
        pseudoClassStateChanged(TALL, !wide);
        double place = Math.rint((wide ? width : height) * ICON_SHARE);
        double side = wide ? Math.min(place, height) : Math.min(place, width);
        icon.setIconSize((int) Math.max(1, side * ICON_FILLS));
        if (wide) {
            iconPlace.resizeRelocate(MARGIN, MARGIN, place, height);
            box.resizeRelocate(MARGIN + place, MARGIN, width - place, height);
        } else {
            iconPlace.resizeRelocate(MARGIN, MARGIN, width, place);
            box.resizeRelocate(MARGIN, MARGIN + place, width, height - place);
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
