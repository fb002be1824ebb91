package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.Frame;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.fx.Theme;
import org.seatside.fx.Typeface;

/// The kiosk's screen: where and when, the stage, the actions; three zones that never move. On the JavaFX
/// thread.
public final class KioskView {
    /// Up to this text size header and actions grow with the rest; beyond it they leave the room to the stage,
    /// and
    /// words are all there is on the actions.
    static final double CHROME_GROWS_UP_TO = 2;

    private static final String SHEET =
            Objects.requireNonNull(KioskView.class.getResource("kiosk.css")).toExternalForm();

    private final KioskViewModel model;
    private final KioskSetting setting;
    private final TaskRunner tasks;
    private final Typeface typeface;
    private final ScreenScale scale;
    private final HeaderPane header;
    private final InvitationPane invitation;
    private final OutcomePane outcome;
    private final NumberPane numbers;
    private final ChoicePane choices;
    private final ActionBar actions;
    private final List<Choice> adjust;
    private final StaffChoices staff;
    private final Scene scene;
    private final SwitchInput switches;
    private TaskRunner.@Nullable Scheduled nextPage;

    /// @param staffDesk what staff can look at and set
    /// @param width of the scene, pixels
    /// @param height of the scene, pixels
    public KioskView(
            KioskViewModel model,
            KioskSetting setting,
            StaffDesk staffDesk,
            TaskRunner tasks,
            Typeface typeface,
            double width,
            double height) {
        this.model = model;
        this.setting = setting;
        this.tasks = tasks;
        this.typeface = typeface;
        scale = ScreenScale.of(setting.diagonalMillimetres(), typeface);
        Messages messages = model.messages();
        header = new HeaderPane(model);
        invitation = new InvitationPane(setting.mirrored(), messages);
        outcome = new OutcomePane(messages);
        numbers = new NumberPane(model);
        choices = new ChoicePane(messages);
        actions = new ActionBar(model);
        staffDesk.look().ifPresent(invitation.camera()::look);
        staff = new StaffChoices(staffDesk, invitation.camera(), this::relabel);
        adjust = new AdjustChoices(model, !setting.staffCode().isBlank()).all();
        scene = new Scene(new Zones(), width, height);
        scene.getStylesheets().add(SHEET);
        KeyFilter filter = new KeyFilter(System::nanoTime);
        switches = new SwitchInput(scene, tasks, model.visit()::now, model.announcer());
        new KeyInput(scene, model, tasks, filter, switches);
        new PointerInput(scene, model, tasks, filter, switches);
        listen();
        resize();
    }

    private void listen() {
        for (StageText text : List.of(invitation.text(), outcome.text())) {
            text.onTurn(() -> {
                stopTurning();
                model.touched();
            });
        }
        choices.onTurn(model::touched);
        model.stage().subscribe(_ -> relabel());
        model.state().subscribe(state -> {
            actions.enable(state);
            header.relabel(model.messages());
            choices.firstPage();
            focus(state);
            turnPages(state);
            tasks.show(switches::restart);
        });
        model.nameVisible().subscribe(outcome::nameVisible);
        model.night().subscribe(this::resize);
        model.secondsLeft().subscribe(() -> header.relabel(model.messages()));
        model.visit().onChange(_ -> {
            relabel();
            resize();
            switches.restart();
        });
        model.announcer().loudness().subscribe(choices::relabel);
        model.announcer().privately().subscribe(choices::relabel);
        HeaderViewModel where = model.header();
        where.room().subscribe(() -> header.relabel(model.messages()));
        where.meeting().subscribe(() -> header.relabel(model.messages()));
        where.time().subscribe(() -> header.relabel(model.messages()));
        where.link().subscribe(() -> header.relabel(model.messages()));
        where.soundWorks().subscribe(() -> header.relabel(model.messages()));
        where.voiceWorks().subscribe(() -> header.relabel(model.messages()));
        scene.widthProperty().subscribe(this::resize);
        scene.heightProperty().subscribe(this::resize);
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
        StageContent content = model.stage().get();
        switch (content) {
            case StageContent.Camera camera -> invitation.show(camera, messages);
            case StageContent.Result(OutcomePresentation shown, String _) -> outcome.show(shown, messages);
            case StageContent.Notice notice -> outcome.show(notice, messages);
            case StageContent.Keypad _ -> numbers.relabel(messages);
            case StageContent.Adjust _ -> choices.show(messages.now("adjust.headline"), adjust);
            case StageContent.Staff _ ->
                choices.show(
                        messages.now("staff.headline"), staff.all(model.header().zone()));
        }
        invitation.setVisible(content instanceof StageContent.Camera);
        outcome.setVisible(content instanceof StageContent.Result || content instanceof StageContent.Notice);
        numbers.setVisible(content instanceof StageContent.Keypad);
        choices.setVisible(content instanceof StageContent.Adjust || content instanceof StageContent.Staff);
        outcome.nameVisible(model.nameVisible().get());
    }

    /// Only where the node that had the keyboard is gone or new ones have come: focus moves for no other
    /// reason.
    private void focus(KioskState state) {
        Node owner = scene.getFocusOwner();
        if (state.typing()) {
            numbers.firstKey().requestFocus();
        } else if (choices.isVisible() && !choices.buttons().isEmpty()) {
            choices.buttons().getFirst().requestFocus();
        } else if (owner == null || owner.isDisabled() || !isShown(owner)) {
            actions.first().requestFocus();
        }
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /// An outcome whose words take several pages shows them one after the other, each for as long as it takes
    /// to read;
    /// whoever turns a page turns them all.
    private void turnPages(KioskState state) {
        stopTurning();
        if (state instanceof KioskState.ShowingOutcome && !setting.reducedMotion()) {
            tasks.show(this::turnLater);
        }
    }

    private void turnLater() {
        StageText text = outcome.text();
        double millis = (2_000 + 120 * text.textInSight().length())
                * model.visit().now().timeFactor();
        nextPage = tasks.after(Duration.ofMillis(Math.round(millis)), () -> {
            if (!text.atEnd()) {
                text.turn();
                turnLater();
            }
        });
    }

    /// To the next page of the stage.
    ///
    /// @return whether there is one that comes after this
    boolean turnPage() {
        if (choices.isVisible()) {
            return choices.turnOn();
        }
        StageText text = invitation.isVisible() ? invitation.text() : outcome.text();
        if (numbers.isVisible() || text.atEnd()) {
            return false;
        }
        text.turn();
        return true;
    }

    private void stopTurning() {
        if (nextPage != null) {
            nextPage.cancel();
            nextPage = null;
        }
    }

    private void resize() {
        double body = scale.bodyPixels(scene.getWidth(), scene.getHeight());
        double textScale = model.visit().now().textScale();
        Theme theme = model.night().get() ? Theme.DARK : model.visit().now().theme();
        theme.apply(scene, typeface, body);
        header.want(body * chrome(), textScale > 1);
        invitation.want(body, textScale);
        outcome.want(body, textScale);
        numbers.want(body, textScale);
        choices.want(body, textScale);
        boolean bare = textScale > CHROME_GROWS_UP_TO && !model.visit().now().lowReach();
        actions.want(body * chrome(), body, actionsInTwoRows(scene.getWidth(), scene.getHeight()), !bare);
        scene.getRoot().requestLayout();
    }

    private boolean actionsInTwoRows(double width, double height) {
        double textScale = model.visit().now().textScale();
        boolean low = model.visit().now().lowReach();
        return width < height || (!low && textScale > 1 && textScale <= CHROME_GROWS_UP_TO);
    }

    private double chrome() {
        VisitSettings now = model.visit().now();
        if (now.lowReach()) {
            return 1;
        }
        return Math.min(CHROME_GROWS_UP_TO, now.textScale());
    }

    /// Header and actions take what their text needs, the stage the rest.
    private final class Zones extends Region {
        private static final double HEADER_EM = 1.75;
        private static final double ACTIONS_EM = 2.5;
        private static final double TWO_ROWS_EM = 4;
        private static final double LARGEST_HEADER_EM = 3.2;
        private static final double LARGEST_ACTIONS_EM = 3.9;
        private static final double MARGIN_EM = 0.55;
        private static final double REACH = 2.0 / 3;

        Zones() {
            getStyleClass().add("kiosk");
            getChildren().addAll(header, invitation, outcome, numbers, choices, actions);
        }

        private double actionsEm(boolean twoRows, boolean largest) {
            if (twoRows) {
                return TWO_ROWS_EM * (1 + chrome()) / 2;
            }
            return largest ? LARGEST_ACTIONS_EM : ACTIONS_EM * chrome();
        }

        @Override
        protected void layoutChildren() {
            double body = scale.bodyPixels(getWidth(), getHeight());
            boolean twoRows = actionsInTwoRows(getWidth(), getHeight());
            double margin = Math.rint(body * MARGIN_EM);
            boolean largest = chrome() < model.visit().now().textScale() && chrome() > 1;
            double top = Math.rint(body * (largest ? LARGEST_HEADER_EM : HEADER_EM * Math.min(chrome(), 1.4)));
            double bottom = Math.rint(body * actionsEm(twoRows, largest));
            double width = getWidth() - 2 * margin;
            header.resizeRelocate(margin, 0, width, top);
            double stage = getHeight() - top - bottom - margin;
            for (Region region : new Region[] {invitation, outcome, numbers, choices}) {
                region.resizeRelocate(margin, top, width, stage);
            }
            double from = model.visit().now().lowReach() ? getHeight() * REACH - top : 0;
            invitation.controlsFrom(from);
            outcome.controlsFrom(from);
            numbers.controlsFrom(from);
            choices.controlsFrom(from);
            actions.resizeRelocate(margin, getHeight() - bottom, width, bottom - margin);
        }
    }
}
