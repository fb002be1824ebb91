package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Scene;
import org.seatside.fx.BackgroundTask;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.fx.Typeface;
import org.seatside.kiosk.capture.CameraCondition;
import org.seatside.kiosk.checkin.Attempt;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.NodeLine;
import org.seatside.kiosk.checkin.PinAnswer;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.kiosk.voice.Utterance;
import org.seatside.kiosk.voice.Voice;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.RoomId;

/// Every screen of the kiosk as configured, without camera, disk, node or sound, and with a clock that is moved
/// by hand: for measuring them. On the JavaFX thread.
public final class Rehearsal {
    private static final Instant NOW = Instant.parse("2026-03-02T00:02:00Z");
    private static final String TRACE = "0F3A91C2";
    private static final RoomId ROOM = new RoomId(new UUID(1, 1));
    private static final Place PLACE = new Place(ROOM, "19C4", "자료구조와 알고리즘 01분반");
    private static final MaskedStudent STUDENT = MaskedStudent.of("홍길동", "20260017");

    private final KioskSetting setting;
    private final Typeface typeface;
    private final double width;
    private final double height;

    /// A screen as it is drawn and heard.
    public static final class Screen {
        private final String name;
        private final KioskViewModel model;
        private final KioskView view;
        private final HeldTasks tasks;
        private final List<String> spoken;

        private Screen(String name, KioskViewModel model, KioskView view, HeldTasks tasks, List<String> spoken) {
            this.name = name;
            this.model = model;
            this.view = view;
            this.tasks = tasks;
            this.spoken = spoken;
        }

        public String name() {
            return name;
        }

        public Scene scene() {
            return view.scene();
        }

        /// What was said on entering it.
        public List<String> spoken() {
            return List.copyOf(spoken);
        }

        /// Lets time pass until the screen tells how much is left.
        ///
        /// @return seconds told first; 0 where it waits for nobody
        public int secondsTold() {
            for (int second = 0; second < 3_600 && model.secondsLeft().get() == 0; second++) {
                tasks.advance(Duration.ofSeconds(1));
            }
            return model.secondsLeft().get();
        }

        /// How much time has passed.
        public Duration waited() {
            return tasks.now;
        }

        /// A key is pressed while the seconds are told.
        ///
        /// @return whether that gave more time
        public boolean moreTimeAtAnyKey() {
            model.touched();
            return model.secondsLeft().get() == 0;
        }

        /// How long it waits for its visitor; empty where it waits for nobody.
        public Optional<Duration> waits() {
            return model.waits();
        }

        /// To the next page of what does not fit on one.
        ///
        /// @return whether there is one that was not yet seen
        public boolean turn() {
            return view.turnPage();
        }
    }

    public Rehearsal(KioskSetting setting, Typeface typeface, double width, double height) {
        this.setting = setting;
        this.typeface = typeface;
        this.width = width;
        this.height = height;
    }

    /// The names of all screens: one for each state, fault, camera condition, stage of a call and outcome.
    public List<String> names() {
        return List.copyOf(ways().keySet());
    }

    /// @param name one of [#names]
    public Screen open(String name) {
        Consumer<Screen> way = ways().get(name);
        if (way == null) {
            throw new IllegalArgumentException("No such screen: " + name);
        }
        Screen screen = made(name);
        screen.model.start();
        screen.spoken.clear();
        way.accept(screen);
        return screen;
    }

    private Screen made(String name) {
        HeldTasks tasks = new HeldTasks();
        List<String> spoken = new ArrayList<>();
        Messages messages =
                new Messages(KioskView.class, "kiosk", setting.usual().language());
        InstantSource clock = InstantSource.fixed(NOW);
        HeaderViewModel header = new HeaderViewModel(tasks, clock, Optional::empty);
        CheckInDesk desk = new CheckInDesk(Optional::empty, new NoLine(), new Ids(clock, new Random(1)), clock);
        KioskSetting spokenSetting = setting.withUsual(setting.usual().withSpeech(true));
        Announcer announcer = new Announcer(messages, tasks, new Recorder(spoken), (_, _) -> {});
        KioskViewModel model =
                new KioskViewModel(messages, tasks, desk, announcer, spokenSetting, header, new NoStaff(), _ -> {});
        KioskView view = new KioskView(model, spokenSetting, new NoDesk(), tasks, typeface, width, height);
        header.linkIs(new LinkLight(LinkLight.State.READY, 0));
        return new Screen(name, model, view, tasks, spoken);
    }

    private Map<String, Consumer<Screen>> ways() {
        Map<String, Consumer<Screen>> ways = new LinkedHashMap<>();
        state(ways, "idle", new KioskState.Idle());
        for (CameraCondition condition : CameraCondition.values()) {
            ways.put("camera-" + condition, screen -> {
                screen.model.cameraIs(condition);
                screen.model.rehearse(new KioskState.Idle(), "");
            });
        }
        state(ways, "starting", new KioskState.Starting());
        state(ways, "reading", new KioskState.Reading());
        state(ways, "checking", new KioskState.Checking());
        state(ways, "number", new KioskState.AskingNumber());
        state(ways, "pin", new KioskState.AskingPin(Pin.FIRST));
        state(ways, "pin-wrong", new KioskState.AskingPin(Pin.wrong(NOW, 0)));
        state(ways, "pin-wait", new KioskState.AskingPin(Pin.wrong(NOW, 60)));
        state(ways, "pin-locked", new KioskState.AskingPin(Pin.wrong(NOW, 86_400)));
        state(ways, "room", new KioskState.AskingRoom());
        state(ways, "student", new KioskState.AskingStudent(PLACE));
        state(ways, "adjust", new KioskState.Adjusting(null));
        state(ways, "staff-code", new KioskState.AskingStaffCode(null));
        state(ways, "staff-settings", new KioskState.StaffSettings(null));
        for (HelpStage stage : HelpStage.values()) {
            ways.put("help-" + stage, screen -> {
                screen.model.rehearse(stage);
            });
        }
        for (Inspection inspection : Inspection.values()) {
            state(ways, "inspected-" + inspection, new KioskState.Inspected(inspection, null));
        }
        for (Fault fault : Fault.values()) {
            state(ways, "out-of-order-" + fault, new KioskState.OutOfOrder(fault));
        }
        for (Outcome outcome : outcomes()) {
            state(ways, "outcome-" + outcome.kind() + detail(outcome), new KioskState.ShowingOutcome(outcome));
        }
        return ways;
    }

    private static void state(Map<String, Consumer<Screen>> ways, String name, KioskState state) {
        ways.put(name, screen -> {
            screen.model.rehearse(state, state instanceof KioskState.ShowingOutcome ? TRACE : "");
        });
    }

    private static String detail(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(String code) -> "-" + code;
            case Outcome.RecordedOffline offline when offline.pinUnchecked() -> "-pin";
            case Outcome.RecordedOffline offline when offline.uncheckedNumberTail() != null -> "-number";
            default -> "";
        };
    }

    /// One of each, with texts as long as they come.
    private static List<Outcome> outcomes() {
        return List.of(
                new Outcome.Present(STUDENT, PLACE, NOW),
                new Outcome.Late(STUDENT, PLACE, NOW, 12),
                new Outcome.AlreadyRecorded(STUDENT, PLACE, NOW),
                new Outcome.RecordedOffline(PLACE, NOW, 3, null, false),
                new Outcome.RecordedOffline(PLACE, NOW, 3, "017", false),
                new Outcome.RecordedOffline(PLACE, NOW, 3, "017", true),
                new Outcome.NotEnrolled(STUDENT, PLACE),
                new Outcome.NoMeetingNow(new Place(ROOM, "19C4", null), NOW.plusSeconds(7_200)),
                new Outcome.TooEarly(STUDENT, PLACE, NOW.plusSeconds(1_200)),
                new Outcome.Closed(STUDENT, PLACE, NOW.minusSeconds(1_200)),
                new Outcome.PassExpired(),
                new Outcome.PassRevoked(),
                new Outcome.UnknownCode(),
                new Outcome.NotACode(),
                new Outcome.KioskNotPaired(),
                new Outcome.Refused(CheckInDesk.OUTBOX_FAILED),
                new Outcome.Refused("HTTP_422"));
    }

    /// Time that is moved by hand.
    private static final class HeldTasks implements TaskRunner {
        private final List<Due> due = new ArrayList<>();
        private Duration now = Duration.ZERO;

        private record Due(Duration at, Runnable change, Object id) {}

        @Override
        public <T> BackgroundTask<T> create(Callable<T> work) {
            return BackgroundTask.on(work, Runnable::run, Runnable::run);
        }

        @Override
        public void show(Runnable change) {
            change.run();
        }

        @Override
        public Scheduled after(Duration delay, Runnable change) {
            Object id = new Object();
            due.add(new Due(now.plus(delay), change, id));
            return () -> due.removeIf(each -> each.id().equals(id));
        }

        void advance(Duration time) {
            Duration end = now.plus(time);
            while (true) {
                Optional<Due> next = due.stream()
                        .filter(each -> each.at().compareTo(end) <= 0)
                        .min((one, other) -> one.at().compareTo(other.at()));
                if (next.isEmpty()) {
                    break;
                }
                due.remove(next.get());
                now = next.get().at();
                next.get().change().run();
            }
            now = end;
        }
    }

    private record Recorder(List<String> spoken) implements Voice {
        @Override
        public void speak(Utterance utterance) {
            spoken.add(utterance.text());
        }

        @Override
        public void stop() {
            // It never speaks for long.
        }
    }

    private static final class NoStaff implements HelpLine {
        @Override
        public void call(Consumer<HelpStage> progress) {
            // The rehearsal says how far a call has come.
        }

        @Override
        public void cancel() {
            // Nobody was called.
        }
    }

    private static final class NoDesk implements StaffDesk {
        @Override
        public List<DeadLetter> deadLetters() {
            return List.of(new DeadLetter(new CheckInId(new UUID(1, 2)), NOW, "HTTP_422"));
        }

        @Override
        public void sendAgain(CheckInId id, Runnable done) {
            // Nothing was refused in a rehearsal.
        }

        @Override
        public int waiting() {
            return 3;
        }

        @Override
        public OptionalLong clockOffset() {
            return OptionalLong.of(3_000);
        }

        @Override
        public Optional<CameraLook> look() {
            return Optional.empty();
        }

        @Override
        public void keep(CameraLook look) {
            // A rehearsal keeps nothing.
        }

        @Override
        public String camera() {
            return "";
        }

        @Override
        public void nextCamera(Runnable done) {
            // There is no camera in a rehearsal.
        }

        @Override
        public void exit() {
            // A rehearsal ends by itself.
        }
    }

    private static final class NoLine implements NodeLine {
        @Override
        public void record(Attempt attempt) {
            throw new IllegalStateException("Nothing is recorded in a rehearsal");
        }

        @Override
        public NodeAnswer answer(CheckInId id, Duration patience) {
            return new NodeAnswer.None();
        }

        @Override
        public PinAnswer checkPin(String number, String pin, Duration patience) {
            return new PinAnswer.Unchecked();
        }

        @Override
        public boolean away() {
            return true;
        }

        @Override
        public int waiting() {
            return 0;
        }

        @Override
        public KioskTime now() {
            return new KioskTime(NOW, 0, null, null);
        }
    }
}
