package org.seatside.kiosk.ui;

import javafx.scene.control.Button;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import org.seatside.fx.Messages;

/// The actions, each always in the same place.
final class ActionBar extends Region {
    private static final int PLACES = 4;

    private final KioskViewModel model;
    private final GridPane places = new GridPane();
    private final FittedBox box = new FittedBox(places);
    private final Button number = action("mdi2d-dialpad");
    private final Button text = action("mdi2f-format-size");
    private final Button language = action("mdi2t-translate");
    private final Button cancel = action("mdi2c-close");

    ActionBar(KioskViewModel model) {
        this.model = model;
        places.getStyleClass().add("actions");
        number.getStyleClass().add("main-action");
        number.setOnAction(_ -> model.askNumber());
        text.setOnAction(_ -> model.switchTextSize());
        language.setOnAction(_ -> model.switchLanguage());
        cancel.setOnAction(_ -> model.cancel());
        places.addRow(0, number, text, language, cancel);
        for (int i = 0; i < PLACES; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / PLACES);
            places.getColumnConstraints().add(column);
        }
        RowConstraints row = new RowConstraints();
        row.setPercentHeight(100);
        row.setVgrow(Priority.ALWAYS);
        places.getRowConstraints().add(row);
        getChildren().add(box);
    }

    private Button action(String iconName) {
        Button button = new Button();
        button.getStyleClass().add("action");
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        button.setMinWidth(USE_PREF_SIZE);
        button.setGraphic(Icons.icon(iconName, box.em(), 1));
        return button;
    }

    void relabel(Messages messages) {
        number.setText(messages.now("action.number"));
        text.setText(messages.now(model.textIsLargest() ? "action.text.back" : "action.text"));
        language.setText(messages.now("action.language"));
        cancel.setText(messages.now("action.cancel"));
        box.refit();
    }

    void enable(KioskState state) {
        boolean idle = state instanceof KioskState.Idle;
        boolean shown = state instanceof KioskState.ShowingOutcome;
        boolean typing = state instanceof KioskState.AskingNumber;
        number.setDisable(!(idle || shown));
        cancel.setDisable(!(shown || typing));
    }

    /// What gets the keyboard when nothing else asks for it.
    Button first() {
        return number;
    }

    void want(double em) {
        box.want(em);
    }

    @Override
    protected void layoutChildren() {
        box.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
