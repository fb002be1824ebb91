package org.seatside.kiosk.ui;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;

/// The number so far and the keys for it: side by side on a wide screen, one above the other on a tall one.
final class NumberPane extends Region {
    private static final double TEXT_SHARE = 0.42;
    private static final double GAP_EM = 0.6;
    private static final int COLUMNS = 3;

    private final KioskViewModel model;
    private final Label headline = new Label();
    private final Label number = new Label();
    private final Label left = new Label();
    private final VBox texts = new VBox(headline, number, left);
    private final FittedBox textBox = new FittedBox(texts);
    private final GridPane keys = new GridPane();
    private final FittedBox keyBox = new FittedBox(keys);
    private final Button erase = key("", "mdi2b-backspace");
    private final Button confirm = key("", "mdi2c-check-bold");
    private double gap;

    NumberPane(KioskViewModel model) {
        this.model = model;
        texts.getStyleClass().add("invitation");
        texts.setAlignment(Pos.CENTER_LEFT);
        headline.getStyleClass().add("headline");
        headline.setWrapText(true);
        number.getStyleClass().add("typed");
        number.setMaxWidth(Double.MAX_VALUE);
        left.getStyleClass().add("where");
        left.setWrapText(true);
        keys.getStyleClass().add("keys");
        buildKeys();
        getChildren().addAll(textBox, keyBox);
        number.textProperty().bind(model.number());
        model.number().subscribe(() -> confirm.setDisable(model.number().get().isEmpty()));
        model.secondsLeft().subscribe(() -> relabel(model.messages()));
    }

    private void buildKeys() {
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(digit((char) ('0' + digit)), (digit - 1) % COLUMNS, (digit - 1) / COLUMNS);
        }
        erase.setOnAction(_ -> model.erase());
        confirm.setOnAction(_ -> model.confirm());
        confirm.getStyleClass().add("confirm");
        keys.add(erase, 0, COLUMNS);
        keys.add(digit('0'), 1, COLUMNS);
        keys.add(confirm, 2, COLUMNS);
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            keys.getColumnConstraints().add(column);
        }
        for (int i = 0; i <= COLUMNS; i++) {
            RowConstraints row = new RowConstraints();
            row.setPercentHeight(100.0 / (COLUMNS + 1));
            row.setVgrow(Priority.ALWAYS);
            keys.getRowConstraints().add(row);
        }
    }

    private Button digit(char digit) {
        Button button = key(String.valueOf(digit), null);
        button.getStyleClass().add("digit");
        button.setOnAction(_ -> model.digit(digit));
        return button;
    }

    private Button key(String text, @Nullable String iconName) {
        Button button = new Button(text);
        button.getStyleClass().add("key");
        button.setMinWidth(USE_PREF_SIZE);
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        if (iconName != null) {
            button.setGraphic(Icons.icon(iconName, keyBox.em(), 1));
        }
        return button;
    }

    void relabel(Messages messages) {
        headline.setText(messages.now("number.headline"));
        erase.setText(messages.now("number.erase"));
        confirm.setText(messages.now("number.confirm"));
        number.setAccessibleText(messages.now("number.entered", String.join(" ", characters())));
        int seconds = model.secondsLeft().get();
        left.setText(seconds > 0 ? messages.now("number.left", seconds) : "");
        textBox.refit();
        keyBox.refit();
    }

    private List<String> characters() {
        return model.number().get().chars().mapToObj(Character::toString).toList();
    }

    /// The key that gets the keyboard first.
    Node firstKey() {
        return keys.getChildren().getFirst();
    }

    void want(double em) {
        gap = em * GAP_EM;
        textBox.want(em);
        keyBox.want(em);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width >= height) {
            double text = Math.rint(width * TEXT_SHARE);
            textBox.resizeRelocate(0, 0, text, height);
            keyBox.resizeRelocate(text + gap, 0, width - text - gap, height);
        } else {
            double text = Math.rint(height * TEXT_SHARE);
            textBox.resizeRelocate(0, 0, width, text);
            keyBox.resizeRelocate(0, text + gap, width, height - text - gap);
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
