package org.seatside.kiosk.ui;

import java.util.List;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import org.seatside.fx.Messages;

/// The actions, each always in the same place: in one row, or in two where the text is large.
final class ActionBar extends Region {
    private static final double GAP_EM = 0.4;
    private static final double PADDING_EM = 0.65;
    private static final double LINE = 1.65;
    private static final double STEP = 0.97;

    private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(16);
    private final Button help = action("action-help", "mdi2h-hand-wave-outline");
    private final Button number = action("action-number", "mdi2d-dialpad");
    private final Button adjust = action("action-adjust", "mdi2t-tune");
    private final Button cancel = action("action-cancel", "mdi2c-close");
    private final List<Button> all = List.of(help, number, adjust, cancel);
    private double body = 16;
    private double wanted = 16;
    private boolean twoRows;
    private boolean icons = true;

    ActionBar(KioskViewModel model) {
        getStyleClass().add("actions");
        number.getStyleClass().add("main-action");
        help.setOnAction(_ -> model.callHelp());
        number.setOnAction(_ -> model.askNumber());
        adjust.setOnAction(_ -> model.adjust());
        cancel.setOnAction(_ -> model.cancel());
        getChildren().addAll(all);
    }

    private Button action(String id, String iconName) {
        Button button = new Button();
        button.setId(id);
        button.getStyleClass().add("action");
        button.setGraphic(Icons.icon(iconName, em, 1));
        return button;
    }

    void relabel(Messages messages) {
        help.setText(messages.now("action.help"));
        number.setText(messages.now("action.number"));
        adjust.setText(messages.now("action.adjust"));
        cancel.setText(messages.now("action.cancel"));
        requestLayout();
    }

    void enable(KioskState state) {
        boolean starting = state instanceof KioskState.Starting;
        boolean busy = state instanceof KioskState.Reading || state instanceof KioskState.Checking;
        boolean staff = state instanceof KioskState.StaffSettings || state instanceof KioskState.AskingStaffCode;
        help.setDisable(starting || busy || staff);
        adjust.setDisable(starting || busy || staff || state instanceof KioskState.Adjusting);
        number.setDisable(starting || busy || staff || state.fault() != null || state.typing());
        cancel.setDisable(
                starting || busy || state instanceof KioskState.Idle || state instanceof KioskState.OutOfOrder);
    }

    /// What gets the keyboard when nothing else asks for it.
    Button first() {
        return number.isDisabled() ? help : number;
    }

    /// @param pixels font size, if it fits
    /// @param bodyPixels font size of body text at 100 %
    /// @param inTwoRows whether one row would leave too little for each
    /// @param withIcons whether there is room for more than words
    void want(double pixels, double bodyPixels, boolean inTwoRows, boolean withIcons) {
        icons = withIcons;
        all.forEach(button -> button.setContentDisplay(icons ? ContentDisplay.LEFT : ContentDisplay.TEXT_ONLY));
        body = bodyPixels;
        twoRows = inTwoRows;
        wanted = pixels;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        int columns = twoRows ? 2 : 4;
        double gap = Math.rint(body * GAP_EM);
        double width = (getWidth() + gap) / columns - gap;
        int rows = all.size() / columns;
        double height = (getHeight() + gap) / rows - gap;
        Texts.shrink(
                Math.min(wanted, height / LINE),
                wanted / 2,
                STEP,
                this::draw,
                () -> all.stream().allMatch(button -> needed(button) <= width));
        for (int i = 0; i < all.size(); i++) {
            int row = i / columns;
            all.get(i)
                    .resizeRelocate(
                            Math.rint(i % columns * (width + gap)),
                            Math.rint(row * (height + gap)),
                            Math.floor(width),
                            Math.floor(height));
        }
    }

    private void draw(double size) {
        em.set(size);
        Texts.size(this, size);
        applyCss();
    }

    private double needed(Button button) {
        return Texts.width(button.getText(), button.getFont()) + em.get() * ((icons ? 1.3 : 0) + PADDING_EM);
    }
}
