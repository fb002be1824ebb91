package org.seatside.kiosk.ui;

import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.seatside.camera.Frame;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.fx.Typeface;

/// The kiosk's screen: where and when, the stage, the actions; three zones that never move. On the JavaFX thread.
public final class KioskView {
    private static final String SHEET =
            Objects.requireNonNull(KioskView.class.getResource("kiosk.css")).toExternalForm();

    private final KioskViewModel model;
    private final KioskSetting setting;
    private final Typeface typeface;
    private final ScreenScale scale;
    private final HeaderPane header;
    private final InvitationPane invitation;
    private final OutcomePane outcome = new OutcomePane();
    private final NumberPane numbers;
    private final ActionBar actions;
    private final Scene scene;
    private final KeyBurst keys;

    /// @param width of the scene, pixels
    /// @param height of the scene, pixels
    public KioskView(
            KioskViewModel model,
            KioskSetting setting,
            TaskRunner tasks,
            Typeface typeface,
            double width,
            double height) {
        this.model = model;
        this.setting = setting;
        this.typeface = typeface;
        scale = ScreenScale.of(setting.diagonalMillimetres(), typeface);
        header = new HeaderPane(model.header());
        invitation = new InvitationPane(setting.mirrored());
        numbers = new NumberPane(model);
        actions = new ActionBar(model);
        scene = new Scene(new Zones(), width, height);
        scene.getStylesheets().add(SHEET);
        keys = new KeyBurst(tasks, new Typing());
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        scene.addEventFilter(KeyEvent.KEY_TYPED, event -> {
            if (keys.pending()) {
                event.consume();
            }
        });
        listen();
        resize();
    }

    private void listen() {
        model.stage().subscribe(_ -> relabel());
        model.state().subscribe(state -> {
            actions.enable(state);
            focus(state);
        });
        model.nameVisible().subscribe(outcome::nameVisible);
        model.messages().language().subscribe(_ -> relabel());
        model.textScale().subscribe(_ -> {
            actions.relabel(model.messages());
            resize();
        });
        HeaderViewModel where = model.header();
        where.room().subscribe(_ -> header.relabel(model.messages()));
        where.meeting().subscribe(_ -> header.relabel(model.messages()));
        where.time().subscribe(_ -> header.relabel(model.messages()));
        where.link().subscribe(_ -> header.relabel(model.messages()));
        where.soundWorks().subscribe(_ -> header.relabel(model.messages()));
        scene.widthProperty().subscribe(_ -> resize());
        scene.heightProperty().subscribe(_ -> resize());
    }

    public Scene scene() {
        return scene;
    }

    /// A new picture of the camera.
    public void show(Frame frame) {
        if (invitation.isVisible()) {
            invitation.show(frame);
        }
    }

    private void relabel() {
        Messages messages = model.messages();
        header.relabel(messages);
        actions.relabel(messages);
        numbers.relabel(messages);
        StageContent content = model.stage().get();
        switch (content) {
            case StageContent.Camera camera -> invitation.show(camera, messages);
            case StageContent.Result(OutcomePresentation shown) -> outcome.show(shown, messages);
            case StageContent.Closed closed -> outcome.show(closed, messages);
            case StageContent.Keypad _ -> numbers.relabel(messages);
        }
        invitation.setVisible(content instanceof StageContent.Camera);
        outcome.setVisible(content instanceof StageContent.Result || content instanceof StageContent.Closed);
        numbers.setVisible(content instanceof StageContent.Keypad);
        outcome.nameVisible(model.nameVisible().get());
    }

    /// Only where the node that had the keyboard is gone or the keys have come: focus moves for no other reason.
    private void focus(KioskState state) {
        Node owner = scene.getFocusOwner();
        if (state instanceof KioskState.AskingNumber) {
            numbers.firstKey().requestFocus();
        } else if (owner == null || owner.isDisabled() || !numbers.isVisible()) {
            actions.first().requestFocus();
        }
    }

    private void resize() {
        double body = scale.bodyPixels(scene.getWidth(), scene.getHeight());
        double wanted = body * model.textScale().get();
        setting.theme().apply(scene, typeface, body);
        header.want(wanted);
        invitation.want(wanted, model.textScale().get() > 1);
        outcome.want(wanted);
        numbers.want(wanted);
        actions.want(wanted);
    }

    private void pressed(KeyEvent event) {
        boolean typing = model.state().get() instanceof KioskState.AskingNumber && !onButton();
        if (event.getCode() == KeyCode.ENTER && (keys.pending() || typing)) {
            keys.enter();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            model.cancel();
            event.consume();
        } else if (event.getCode() == KeyCode.BACK_SPACE) {
            model.erase();
            event.consume();
        } else {
            Optional<Character> character = KeyNames.character(event);
            boolean press = event.getCode() == KeyCode.SPACE && !keys.pending();
            if (character.isPresent() && !press) {
                keys.key(character.get());
                event.consume();
            }
        }
    }

    private boolean onButton() {
        return scene.getFocusOwner() != null && scene.getFocusOwner().isFocusVisible();
    }

    private final class Typing implements KeyBurst.Receiver {
        @Override
        public void scanned(String text) {
            model.scannedByHand(text);
        }

        @Override
        public void typed(char key) {
            model.digit(key);
        }

        @Override
        public void entered() {
            model.confirm();
        }
    }

    /// Header and actions take what their text needs, the stage the rest.
    private final class Zones extends Region {
        private static final double HEADER_EM = 1.9;
        private static final double ACTIONS_EM = 2.5;
        private static final double MARGIN_EM = 0.55;
        private static final double MOST_GROWTH = 1.3;

        Zones() {
            getStyleClass().add("kiosk");
            getChildren().addAll(header, invitation, outcome, numbers, actions);
        }

        @Override
        protected void layoutChildren() {
            double body = scale.bodyPixels(getWidth(), getHeight());
            double growth = Math.min(MOST_GROWTH, model.textScale().get());
            double margin = Math.rint(body * MARGIN_EM);
            double top = Math.rint(body * HEADER_EM * growth);
            double bottom = Math.rint(body * ACTIONS_EM * growth);
            double width = getWidth() - 2 * margin;
            header.resizeRelocate(margin, 0, width, top);
            double stage = getHeight() - top - bottom - margin;
            for (Region region : new Region[] {invitation, outcome, numbers}) {
                region.resizeRelocate(margin, top, width, stage);
            }
            actions.resizeRelocate(margin, getHeight() - bottom, width, bottom - margin);
        }
    }
}
