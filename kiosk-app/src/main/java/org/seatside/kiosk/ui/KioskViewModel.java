package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.capture.CameraCondition;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.checkin.Decision;
import org.seatside.kiosk.ui.KioskState.Event;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.kiosk.voice.Tone;
import org.seatside.model.assist.Notice;
import org.seatside.model.attendance.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the kiosk's screen shows and does, without a widget. Properties change on the JavaFX thread, where all
/// methods are called but those that say otherwise.
public final class KioskViewModel {
    /// Nobody waits longer than this before a screen that says it reads or checks; the desk's own limits are
    /// far below.
    static final Duration DECIDED_WITHIN = Duration.ofSeconds(10);

    /// The code of an outcome that says: no decision came.
    static final String NOT_DECIDED = "NOT_DECIDED";

    private static final LocalTime NIGHT_BEGINS = LocalTime.of(22, 0);
    private static final LocalTime NIGHT_ENDS = LocalTime.of(6, 0);

    private static final Logger LOG = LoggerFactory.getLogger(KioskViewModel.class);

    private final Messages messages;
    private final TaskRunner tasks;
    private final CheckIns checkIns;
    private final Announcer announcer;
    private final KioskSetting setting;
    private final HeaderViewModel header;
    private final HelpCalls help;
    private final StaffDoor staffDoor;
    private final VisitViewModel visit;
    private final Countdown countdown;

    private final ReadOnlyObjectWrapper<KioskState> state = new ReadOnlyObjectWrapper<>(new KioskState.Starting());
    private final ReadOnlyObjectWrapper<StageContent> stage;
    private final ReadOnlyBooleanWrapper nameVisible = new ReadOnlyBooleanWrapper();
    private final Entry entry;
    private final ReadOnlyBooleanWrapper night = new ReadOnlyBooleanWrapper();
    private final NoticeBoard board = new NoticeBoard();
    private CameraCondition camera = CameraCondition.STARTING;

    private String trace = "";

    private TaskRunner.@Nullable Scheduled timeUp;
    private TaskRunner.@Nullable Scheduled nameGone;

    /// @param reports called on the JavaFX thread
    public KioskViewModel(
            Messages messages,
            TaskRunner tasks,
            CheckInDesk desk,
            Announcer announcer,
            KioskSetting setting,
            HeaderViewModel header,
            HelpLine helpLine,
            Consumer<CheckInReport> reports) {
        this.messages = messages;
        this.tasks = tasks;
        this.announcer = announcer;
        this.setting = setting;
        this.header = header;
        help = new HelpCalls(tasks, helpLine, this::helpIs);
        entry = new Entry(announcer);
        checkIns = new CheckIns(tasks, desk, header.clock(), reports, new Told());
        staffDoor = new StaffDoor(setting.staffCode(), header.clock());
        visit = new VisitViewModel(messages, setting.usual());
        countdown = new Countdown(tasks);
        stage = new ReadOnlyObjectWrapper<>(stages().content(state.get()));
        visit.onChange(settings -> announcer.speech(settings.speech()));
        visit.onEnd(announcer::reset);
        header.onTick(this::tick);
        announcer.soundWorks().subscribe(works -> header.soundWorks(works));
        announcer.voiceWorks().subscribe(works -> header.voiceWorks(works));
        announcer.privately().subscribe(in -> headphones(in));
        countdown.secondsLeft().subscribe(left -> {
            if (left.intValue() == TimeLimits.WARNED.toSeconds()) {
                announcer.mention(Spoken.of("voice.timeLeft", left));
            }
        });
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
        checkIns.scanned(text, frame, sinceNanos);
    }

    /// A text that a scanner typed. On the JavaFX thread.
    public void scannedByHand(String text) {
        checkIns.scannedByHand(text);
    }

    /// Any thread.
    public void cameraIs(CameraCondition condition) {
        tasks.show(() -> {
            boolean fault = !condition.works() || !camera.works();
            boolean news = condition != camera && (fault || condition.advice());
            camera = condition;
            restage();
            boolean looking = state.get() instanceof KioskState.Idle
                    || state.get() instanceof KioskState.AskingRoom
                    || state.get() instanceof KioskState.AskingStudent;
            if (looking && news && condition.advice()) {
                // Who holds a code knows by now which room this is and which keys there are.
                announcer.announce(null, narration().seen(state.get()));
            } else if (state.get() instanceof KioskState.Idle && news) {
                tell(null);
            }
        });
    }

    /// Notices for this kiosk, in place of those before. Any thread.
    public void notices(List<Notice> notices) {
        tasks.show(() -> board.show(notices));
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

    private void headphones(boolean in) {
        if (in && !visit.now().speech()) {
            speak();
        }
    }

    private void speak() {
        visit.change(now -> now.withSpeech(true));
        tell(null);
    }

    // What somebody does.

    /// Somebody touched or pressed something, whatever it was: there is more time.
    public void touched() {
        waitForVisitor();
    }

    public void askNumber() {
        happened(new Event.NumberWanted());
    }

    public void digit(char digit) {
        if (!Entry.isDigit(digit)) {
            return;
        }
        if (!state.get().typing()) {
            askNumber();
        }
        if (state.get().typing()) {
            entry.add(digit, state.get() instanceof KioskState.AskingStaffCode);
            waitForVisitor();
        }
    }

    public void erase() {
        entry.erase();
        waitForVisitor();
    }

    public void confirm() {
        if (entry.isEmpty()) {
            return;
        }
        if (state.get() instanceof KioskState.AskingStaffCode) {
            if (staffDoor.opens(entry.take())) {
                happened(new Event.StaffKnown());
            } else {
                tell(Tone.FALLING);
            }
        } else if (state.get() instanceof KioskState.AskingNumber) {
            String number = entry.take();
            happened(new Event.NumberGiven());
            checkIns.typed(number);
        } else if (state.get() instanceof KioskState.AskingPin(Pin before)) {
            String typed = entry.take();
            if (before.waits(header.clock().instant())) {
                // Another try now would only make the wait longer.
                tell(Tone.FALLING);
            } else {
                happened(new Event.PinGiven());
                checkIns.pinTyped(typed);
            }
        }
    }

    public void cancel() {
        checkIns.forget();
        if (visit.agreed()) {
            visit.end();
        }
        happened(new Event.Cancelled());
    }

    public void adjust() {
        happened(new Event.AdjustingWanted());
    }

    public void askStaffCode() {
        if (staffDoor.exists()) {
            happened(new Event.StaffWanted());
        }
    }

    /// Calls staff; again while they are called it says how far the call has come, and after its end it calls
    /// anew.
    public void callHelp() {
        boolean calling = state.get() instanceof KioskState.CallingHelp;
        if (calling && help.stage() != HelpStage.DONE) {
            announcer.repeat();
            return;
        }
        happened(new Event.HelpWanted());
        if (state.get() instanceof KioskState.CallingHelp) {
            help.call();
        }
    }

    /// Whether nobody is here, as far as one can tell.
    public boolean isAlone() {
        return state.get().alone() && !visit.changed();
    }

    /// Tells who is here what staff do from afar, aloud whether speech is on or not, until [#inspected].
    ///
    /// @return whether nobody was being served, so that it was told
    public boolean inspect(Inspection inspection) {
        if (isAlone()) {
            happened(new Event.InspectionAsked(inspection));
        }
        boolean told = isInspected();
        if (told) {
            announcer.repeat();
        }
        return told;
    }

    /// Whether it is still told, and nobody here has put an end to it.
    public boolean isInspected() {
        return state.get() instanceof KioskState.Inspected;
    }

    public void inspected() {
        happened(new Event.InspectionOver());
    }

    private void helpIs(HelpStage next) {
        if (state.get() instanceof KioskState.CallingHelp) {
            restage();
            tell(next == HelpStage.CALLING ? null : Tone.ASKING);
            waitForVisitor();
        }
    }

    /// Speech on, or once more what was said.
    public void listen() {
        if (visit.now().speech()) {
            announcer.repeat();
        } else {
            speak();
        }
        touched();
    }

    /// Says where this kiosk stands, whether speech is on or not.
    public void sayWhere() {
        String room = header.room().get();
        String place = setting.place().isBlank() ? room : setting.place();
        announcer.answer(
                place.isBlank() ? Spoken.of("voice.place.wheels") : Spoken.of("voice.place", place),
                room.isBlank() || room.equals(place) ? Spoken.plain("") : Spoken.of("voice.room", room));
        touched();
    }

    // What it does then.

    private void decided(Decision decision) {
        visit.meet(decision.profile());
        trace = decision.checkIn() == null ? "" : decision.checkIn().trace();
        happened(new Event.Decided(decision));
    }

    private void happened(Event event) {
        KioskState before = state.get();
        KioskState after = before.after(event);
        if (after.equals(before) && !(event instanceof Event.Decided)) {
            return;
        }
        cancelTimers();
        if (before instanceof KioskState.CallingHelp && event instanceof Event.Cancelled) {
            help.cancel();
        }
        if (event instanceof Event.TimeUp) {
            checkIns.forget();
        }
        if (event instanceof Event.TimeUp
                && before instanceof KioskState.ShowingOutcome(Outcome outcome)
                && (outcome.counts() || visit.agreed())) {
            visit.end();
        }
        if (!after.equals(before)) {
            entry.wipe();
        }
        enter(after);
    }

    private void enter(KioskState entered) {
        stage.set(stages().content(entered));
        state.set(entered);
        tell(narration().tone(entered).orElse(null));
        if (entered instanceof KioskState.ShowingOutcome) {
            nameVisible.set(true);
            nameGone = tasks.after(visit.now().nameShown(), () -> nameVisible.set(false));
        } else if (entered instanceof KioskState.Reading || entered instanceof KioskState.Checking) {
            timeUp = tasks.after(DECIDED_WITHIN, this::undecided);
        }
        waitForVisitor();
    }

    /// Shows the same state as it looks now.
    private void restage() {
        stage.set(stages().content(state.get()));
    }

    private void tell(@Nullable Tone tone) {
        announcer.announce(tone, narration().of(state.get()));
    }

    /// What is decided later is still shown, and sent.
    private void undecided() {
        LOG.error("Nothing was decided within {}", DECIDED_WITHIN);
        happened(new Event.Decided(Decision.without(new Outcome.Refused(NOT_DECIDED))));
    }

    /// Begins to wait anew.
    private void waitForVisitor() {
        Optional<Duration> limit = waits();
        if (limit.isPresent()) {
            double factor = visit.now().timeFactor();
            Duration whole = Duration.ofMillis(Math.round(limit.get().toMillis() * factor));
            countdown.restart(whole, TimeLimits.WARNED, this::waitIsOver);
        } else {
            countdown.stop();
        }
    }

    /// How long this state waits for who is here, if time is as usual; empty where it waits for nobody.
    Optional<Duration> waits() {
        return stage.get() instanceof StageContent.Result(OutcomePresentation shown, String _)
                ? Optional.of(TimeLimits.reading(shown, messages, visit.now()))
                : TimeLimits.of(state.get(), help.stage(), visit.changed());
    }

    private void waitIsOver() {
        boolean goesOn = state.get() instanceof KioskState.ShowingOutcome;
        happened(new Event.TimeUp());
        if (visit.changed() && !goesOn) {
            visit.end();
            waitForVisitor();
        }
    }

    /// Shows and says a state without anything having happened.
    ///
    /// @param decided trace of a check-in; empty for none
    void rehearse(KioskState shown, String decided) {
        cancelTimers();
        trace = decided;
        enter(shown);
    }

    /// The same for a call that has come this far.
    void rehearse(HelpStage calledSoFar) {
        help.is(calledSoFar);
        rehearse(new KioskState.CallingHelp(null), "");
    }

    private void cancelTimers() {
        if (timeUp != null) {
            timeUp.cancel();
            timeUp = null;
        }
        if (nameGone != null) {
            nameGone.cancel();
        }
        countdown.stop();
    }

    private Stages stages() {
        return new Stages(
                camera,
                help.stage(),
                header.zone(),
                setting.elsewhere(),
                trace,
                board.at(header.clock().instant(), header.campus(), messages));
    }

    private void tick() {
        LocalTime time = LocalTime.ofInstant(header.clock().instant(), header.zone());
        boolean alone = state.get() instanceof KioskState.Idle && !visit.changed();
        night.set(alone && (time.isBefore(NIGHT_ENDS) || !time.isBefore(NIGHT_BEGINS)));
        if (state.get() instanceof KioskState.Idle) {
            restage();
        }
    }

    private Narration narration() {
        return new Narration(stages(), header.room().get());
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

    /// Whether it is night and nobody is here: the screen is dark.
    ReadOnlyBooleanProperty night() {
        return night.getReadOnlyProperty();
    }

    /// Whether the outcome's student is still named.
    ReadOnlyBooleanProperty nameVisible() {
        return nameVisible.getReadOnlyProperty();
    }

    /// What was typed so far; wiped when typing ends.
    ReadOnlyStringProperty entry() {
        return entry.text();
    }

    /// Until the visitor is given up; 0 while that is far.
    ReadOnlyIntegerProperty secondsLeft() {
        return countdown.secondsLeft();
    }

    VisitViewModel visit() {
        return visit;
    }

    Announcer announcer() {
        return announcer;
    }

    HeaderViewModel header() {
        return header;
    }

    Messages messages() {
        return messages;
    }

    private final class Told implements CheckIns.Screen {
        @Override
        public void happened(Event event) {
            KioskViewModel.this.happened(event);
        }

        @Override
        public void decided(Decision decision) {
            KioskViewModel.this.decided(decision);
        }
    }
}
