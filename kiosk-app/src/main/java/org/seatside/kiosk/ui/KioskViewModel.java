package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javax.sound.sampled.LineUnavailableException;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.checkin.Decision;
import org.seatside.kiosk.ui.KioskState.Event;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.model.attendance.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the kiosk's screen shows and does, without a widget. Properties change on the JavaFX thread, where all methods
/// are called but those that say otherwise.
public final class KioskViewModel {
    /// Names leave the screen after this (reference: as short as can be read).
    static final Duration NAME_SHOWN = Duration.ofSeconds(3);

    /// After this without a key, typing ends.
    static final Duration TYPING = Duration.ofSeconds(60);

    /// The last part of it is counted down on the screen.
    static final Duration TYPING_WARNED = Duration.ofSeconds(20);

    /// After this without anybody, language and text size are as configured again.
    static final Duration VISIT = Duration.ofSeconds(30);

    /// Nobody waits longer than this before a screen that says it reads or checks; the desk's own limits are far
    /// below.
    static final Duration DECIDED_WITHIN = Duration.ofSeconds(10);

    /// The code of an outcome that says: no decision came.
    static final String NOT_DECIDED = "NOT_DECIDED";

    static final int MOST_DIGITS = 20;

    private static final Logger LOG = LoggerFactory.getLogger(KioskViewModel.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final double[] TEXT_SCALES = {1, 1.5, 2};

    private final Messages messages;
    private final TaskRunner tasks;
    private final CheckInDesk desk;
    private final ToneOutput tones;
    private final KioskSetting setting;
    private final HeaderViewModel header;
    private final Consumer<CheckInReport> reports;

    private final ReadOnlyObjectWrapper<KioskState> state = new ReadOnlyObjectWrapper<>(new KioskState.Starting());
    private final ReadOnlyObjectWrapper<StageContent> stage;
    private final ReadOnlyBooleanWrapper cameraWorks = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper nameVisible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper number = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<Double> textScale;

    private TaskRunner.@Nullable Scheduled timeUp;
    private TaskRunner.@Nullable Scheduled nameGone;
    private TaskRunner.@Nullable Scheduled visitOver;

    /// @param reports called on the JavaFX thread
    public KioskViewModel(
            Messages messages,
            TaskRunner tasks,
            CheckInDesk desk,
            ToneOutput tones,
            KioskSetting setting,
            HeaderViewModel header,
            Consumer<CheckInReport> reports) {
        this.messages = messages;
        this.tasks = tasks;
        this.desk = desk;
        this.tones = tones;
        this.setting = setting;
        this.header = header;
        this.reports = reports;
        textScale = new ReadOnlyObjectWrapper<>(setting.textScale());
        stage = new ReadOnlyObjectWrapper<>(content());
    }

    /// Begins to serve, and to tell the time.
    public void start() {
        header.start();
        happened(new Event.Started());
    }

    // What happens around it; any thread.

    /// A text that camera or scanner read. Blocks until it is decided; not on the JavaFX thread.
    ///
    /// @param frame sequence number of the frame; -1 for a scanner
    /// @param sinceNanos when it was seen, by [System#nanoTime]
    public void scanned(String text, long frame, long sinceNanos) throws InterruptedException {
        tasks.show(() -> happened(new Event.CodeSeen()));
        Decision decision;
        try {
            decision = desk.scanned(text, this::recorded);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // A screen that goes on reading for ever would be worse than any of them.
            decision = defect(e);
        }
        Decision decided = decision;
        tasks.show(() -> decided(decided, frame, sinceNanos));
    }

    private static Decision defect(Throwable e) {
        String incident = UUID.randomUUID().toString();
        LOG.error("A scan could not be decided, incident {}", incident, e);
        return new Decision(null, new Outcome.Refused(incident.substring(0, 8)));
    }

    private void recorded() {
        tasks.show(() -> happened(new Event.Recorded()));
    }

    /// A text that a scanner typed. On the JavaFX thread.
    public void scannedByHand(String text) {
        long since = System.nanoTime();
        tasks.create(() -> {
                    scanned(text, -1, since);
                    return text.length();
                })
                .start();
    }

    /// Any thread.
    public void cameraWorks(boolean works) {
        tasks.show(() -> {
            cameraWorks.set(works);
            stage.set(content());
        });
    }

    /// Any thread.
    public void broken(Fault fault) {
        tasks.show(() -> happened(new Event.Broken(fault)));
    }

    /// Any thread.
    public void mended() {
        tasks.show(() -> {
            header.refresh();
            happened(new Event.Mended());
        });
    }

    // What somebody does.

    public void askNumber() {
        number.set("");
        happened(new Event.NumberWanted());
    }

    public void digit(char digit) {
        if (digit < '0' || digit > '9') {
            return;
        }
        if (!(state.get() instanceof KioskState.AskingNumber)) {
            askNumber();
        }
        if (state.get() instanceof KioskState.AskingNumber && number.get().length() < MOST_DIGITS) {
            number.set(number.get() + digit);
            waitForKeys();
        }
    }

    public void erase() {
        String typed = number.get();
        number.set(typed.substring(0, Math.max(0, typed.length() - 1)));
        waitForKeys();
    }

    public void confirm() {
        String typed = number.get();
        if (!(state.get() instanceof KioskState.AskingNumber) || typed.isEmpty()) {
            return;
        }
        long since = System.nanoTime();
        happened(new Event.NumberGiven());
        tasks.create(() -> typed(typed))
                .onSuccess(decision -> decided(decision, -1, since))
                .start();
    }

    private Decision typed(String number) throws InterruptedException {
        try {
            return desk.typed(number, this::recorded);
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            return defect(e);
        }
    }

    public void cancel() {
        desk.forget();
        happened(new Event.Cancelled());
    }

    public void switchLanguage() {
        messages.switchTo(messages.language().get().equals(Locale.KOREAN) ? Locale.ENGLISH : Locale.KOREAN);
        somebodyIsHere();
    }

    /// The next larger text; after the largest, the smallest.
    public void switchTextSize() {
        double next = TEXT_SCALES[0];
        for (int i = TEXT_SCALES.length - 1; i >= 0; i--) {
            if (TEXT_SCALES[i] > textScale.get()) {
                next = TEXT_SCALES[i];
            }
        }
        textScale.set(next);
        somebodyIsHere();
    }

    boolean textIsLargest() {
        return textScale.get() >= TEXT_SCALES[TEXT_SCALES.length - 1];
    }

    private void decided(Decision decision, long frame, long sinceNanos) {
        happened(new Event.Decided(decision));
        long millis = Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
        LOG.info(
                "Check-in {}: {} after {} ms",
                decision.checkIn(),
                decision.outcome().kind(),
                millis);
        reports.accept(new CheckInReport(decision.checkIn(), decision.outcome(), frame, millis));
    }

    private void happened(Event event) {
        KioskState before = state.get();
        KioskState after = before.after(event);
        if (after.equals(before) && !(event instanceof Event.Decided)) {
            return;
        }
        cancelTimers();
        if (event instanceof Event.TimeUp) {
            desk.forget();
        }
        state.set(after);
        if (!(after instanceof KioskState.AskingNumber)) {
            number.set("");
        }
        stage.set(content());
        entered(after);
    }

    private void entered(KioskState entered) {
        switch (entered) {
            case KioskState.ShowingOutcome(Outcome outcome) ->
                show(OutcomePresentation.of(outcome, header.zone(), setting.elsewhere()));
            case KioskState.AskingNumber _ -> waitForKeys();
            case KioskState.Idle _ -> somebodyIsHere();
            case KioskState.Reading _, KioskState.Checking _ -> timeUp = tasks.after(DECIDED_WITHIN, this::undecided);
            case KioskState.Starting _, KioskState.OutOfOrder _ -> {
                // They end by events, not by time.
            }
        }
    }

    /// What is decided later is still shown, and sent.
    private void undecided() {
        LOG.error("Nothing was decided within {}", DECIDED_WITHIN);
        happened(new Event.Decided(new Decision(null, new Outcome.Refused(NOT_DECIDED))));
    }

    private void show(OutcomePresentation shown) {
        nameVisible.set(true);
        nameGone = tasks.after(NAME_SHOWN, () -> nameVisible.set(false));
        timeUp = tasks.after(duration(shown), () -> happened(new Event.TimeUp()));
        tasks.create(() -> {
                    tones.play(shown.tone());
                    return true;
                })
                .onSuccess(header::soundWorks)
                .onError(LineUnavailableException.class, _ -> header.soundWorks(false))
                .start();
    }

    /// Long enough to be read slowly: 2 s, and 0.12 s a character; 60 s where something is still to be shown.
    private Duration duration(OutcomePresentation shown) {
        if (shown.keepsCamera()) {
            return CheckInDesk.PATIENCE_WITH_VISITORS;
        }
        int characters = shown.where().length()
                + shown.speech().stream()
                        .mapToInt(phrase -> phrase.in(messages).length())
                        .sum();
        return Duration.ofMillis(2_000 + 120L * characters);
    }

    private void waitForKeys() {
        cancelTimers();
        secondsLeft.set(0);
        timeUp = tasks.after(TYPING.minus(TYPING_WARNED), () -> countDown((int) TYPING_WARNED.toSeconds()));
    }

    private void countDown(int left) {
        secondsLeft.set(left);
        timeUp = tasks.after(SECOND, left > 1 ? () -> countDown(left - 1) : () -> happened(new Event.TimeUp()));
    }

    private void somebodyIsHere() {
        if (visitOver != null) {
            visitOver.cancel();
        }
        visitOver = tasks.after(VISIT, () -> {
            if (state.get() instanceof KioskState.Idle) {
                messages.switchTo(setting.language());
                textScale.set(setting.textScale());
            }
        });
    }

    private void cancelTimers() {
        if (timeUp != null) {
            timeUp.cancel();
        }
        if (nameGone != null) {
            nameGone.cancel();
        }
        secondsLeft.set(0);
    }

    private StageContent content() {
        return Stages.content(state.get(), cameraWorks.get(), header.zone(), setting.elsewhere());
    }

    // What is shown.

    /// Of the window.
    public ObservableValue<String> title() {
        return messages.text("window.title");
    }

    public ReadOnlyObjectProperty<KioskState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<StageContent> stage() {
        return stage.getReadOnlyProperty();
    }

    /// Whether the outcome's student is still named.
    ReadOnlyBooleanProperty nameVisible() {
        return nameVisible.getReadOnlyProperty();
    }

    /// What was typed so far; wiped when typing ends.
    ReadOnlyStringProperty number() {
        return number.getReadOnlyProperty();
    }

    /// Until typing ends; 0 while that is far.
    ReadOnlyIntegerProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }

    /// 1 is 100 %.
    ReadOnlyObjectProperty<Double> textScale() {
        return textScale.getReadOnlyProperty();
    }

    HeaderViewModel header() {
        return header;
    }

    Messages messages() {
        return messages;
    }
}
