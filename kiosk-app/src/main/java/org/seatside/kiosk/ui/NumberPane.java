package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;

/// What was typed so far and the keys for it: side by side on a wide screen, one above the other on a tall one;
/// with large text or low reach two rows of keys below what was typed.
final class NumberPane extends GivenPlace {
    private static final double TEXT_SHARE = 0.42;
    private static final double GAP_EM = 0.6;
    private static final double KEY_GAP_EM = 0.35;
    private static final double DIGIT = 1.25;
    private static final double STRIP_SHARE = 0.56;
    /// What a digit may be high for each pixel of its key's width, its edges included.
    private static final double ONE_DIGIT = 0.95;

    private static final double LINE = 1.65;
    private static final double MOST_GROWTH = 2;
    private static final int ROWS = 4;
    private static final String HIDDEN = "●";

    private final KioskViewModel model;
    private final Label headline = new Label();
    private final Label typed = new Label();
    private final VBox texts = new VBox(headline, typed);
    private final FittedBox textBox = new FittedBox(texts);
    private final List<Button> keys = new ArrayList<>();
    private final Button erase;
    private final Button confirm;
    private final ReadOnlyDoubleWrapper keyEm = new ReadOnlyDoubleWrapper(16);
    private double body = 16;
    private double scale = 1;
    private double controlsFrom;

    NumberPane(KioskViewModel model) {
        this.model = model;
        erase = key("key-erase", "", "mdi2b-backspace");
        confirm = key("key-confirm", "", "mdi2c-check-bold");
        texts.getStyleClass().add("entry");
        texts.setAlignment(Pos.CENTER_LEFT);
        headline.getStyleClass().add("headline");
        headline.setWrapText(true);
        typed.getStyleClass().add("typed");
        typed.setMaxWidth(Double.MAX_VALUE);
        typed.setMinWidth(USE_PREF_SIZE);
        for (int digit = 1; digit <= 9; digit++) {
            keys.add(digit((char) ('0' + digit)));
        }
        erase.setOnAction(_ -> model.erase());
        confirm.setOnAction(_ -> model.confirm());
        confirm.getStyleClass().add("confirm");
        keys.addAll(List.of(erase, digit('0'), confirm));
        getChildren().add(textBox);
        getChildren().addAll(keys);
        model.entry().subscribe(() -> {
            confirm.setDisable(model.entry().get().isEmpty());
            relabel(model.messages());
        });
    }

    private Button digit(char digit) {
        Button button = key("key-" + digit, String.valueOf(digit), null);
        button.getStyleClass().add("digit");
        button.setOnAction(_ -> model.digit(digit));
        return button;
    }

    private Button key(String id, String text, @Nullable String iconName) {
        Button button = new Button(text);
        button.setId(id);
        button.getStyleClass().add("key");
        if (iconName != null) {
            button.setGraphic(Icons.icon(iconName, keyEm, 1));
        }
        return button;
    }

    void relabel(Messages messages) {
        boolean hidden = false;
        if (model.stage().get() instanceof StageContent.Keypad(Phrase asked, boolean secret)) {
            headline.setText(asked.in(messages));
            hidden = secret;
        }
        String entry = model.entry().get();
        boolean strip = inStrip();
        headline.setManaged(!strip);
        headline.setVisible(!strip);
        // One line has to do for both: what is asked stands where the answer goes.
        if (strip && entry.isEmpty()) {
            typed.setText(headline.getText());
        } else {
            typed.setText(hidden ? HIDDEN.repeat(entry.length()) : entry);
        }
        erase.setText(messages.now("number.erase"));
        confirm.setText(messages.now("number.confirm"));
        typed.setAccessibleText(
                hidden
                        ? messages.now("voice.digits", entry.length())
                        : messages.now("number.entered", String.join(" ", entry.split(""))));
        textBox.refit();
        requestLayout();
    }

    /// The key that gets the keyboard first.
    Node firstKey() {
        return keys.getFirst();
    }

    void want(double bodyPixels, double textScale) {
        body = bodyPixels;
        scale = textScale;
        textBox.want(bodyPixels * Math.min(MOST_GROWTH, textScale));
        relabel(model.messages());
        requestLayout();
    }

    void controlsFrom(double y) {
        if (y != controlsFrom) {
            controlsFrom = y;
            relabel(model.messages());
        }
    }

    private boolean inStrip() {
        return scale > 1 || controlsFrom > 0;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double gap = body * GAP_EM;
        if (controlsFrom > 0) {
            textBox.resizeRelocate(0, 0, width, controlsFrom - gap / 2);
            placeRow(controlsFrom, width, height - controlsFrom);
        } else if (inStrip()) {
            double text = height * (1 - STRIP_SHARE);
            textBox.resizeRelocate(0, 0, width, text - gap / 2);
            placeKeys(0, text, width, height - text, keys.size() / 2);
        } else if (width >= height) {
            double text = Math.rint(width * TEXT_SHARE);
            textBox.resizeRelocate(0, 0, text, height);
            placeKeys(text + gap, 0, width - text - gap, height, keys.size() / ROWS);
        } else {
            double text = Math.rint(height * TEXT_SHARE);
            textBox.resizeRelocate(0, 0, width, text);
            placeKeys(0, text + gap, width, height - text - gap, keys.size() / ROWS);
        }
    }

    /// All keys beside each other, the two with words twice as wide.
    private void placeRow(double top, double width, double height) {
        double gap = Math.rint(body * KEY_GAP_EM);
        double unit = (width + gap) / (keys.size() + 2) - gap;
        keyEm.set(Math.min(body, height / LINE));
        double x = 0;
        for (Button key : digitsThenWords()) {
            boolean words = key.equals(erase) || key.equals(confirm);
            double wide = words ? 2 * unit + gap : unit;
            key.setContentDisplay(words ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
            double wanted = words ? body : Math.min(body * scale, unit * ONE_DIGIT);
            Texts.size(key, Math.min(wanted, height / LINE));
            key.resizeRelocate(Math.rint(x), Math.rint(top), Math.floor(wide), Math.floor(height));
            x += wide + gap;
        }
    }

    private List<Button> digitsThenWords() {
        List<Button> ordered = new ArrayList<>(keys);
        ordered.remove(erase);
        ordered.add(ordered.size() - 1, erase);
        return ordered;
    }

    private void placeKeys(double left, double top, double width, double height, int columns) {
        int rows = keys.size() / columns;
        double gap = Math.rint(body * KEY_GAP_EM);
        double cellWidth = (width + gap) / columns - gap;
        double cellHeight = (height + gap) / rows - gap;
        boolean strip = inStrip();
        // What is written on a key has to fit beside its icon.
        double widest = Math.max(
                Texts.width(erase.getText(), erase.getFont()) / erase.getFont().getSize(),
                Texts.width(confirm.getText(), confirm.getFont())
                        / confirm.getFont().getSize());
        double size =
                Math.min(body * scale, Math.min(cellHeight / LINE, cellWidth * 0.98 / (widest + (strip ? 0.5 : 1.75))));
        keyEm.set(size);
        erase.setContentDisplay(strip ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
        confirm.setContentDisplay(strip ? ContentDisplay.TEXT_ONLY : ContentDisplay.LEFT);
        for (int i = 0; i < keys.size(); i++) {
            Button key = keys.get(i);
            int row = i / columns;
            double font = key.getGraphic() == null ? Math.min(body * scale * DIGIT, cellHeight / LINE) : size;
            Texts.size(key, font);
            key.resizeRelocate(
                    Math.rint(left + i % columns * (cellWidth + gap)),
                    Math.rint(top + row * (cellHeight + gap)),
                    Math.floor(cellWidth),
                    Math.floor(cellHeight));
        }
    }
}
