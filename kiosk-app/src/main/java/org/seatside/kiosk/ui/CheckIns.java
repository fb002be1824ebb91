package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.seatside.fx.TaskRunner;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.checkin.Decision;
import org.seatside.kiosk.checkin.PinDecision;
import org.seatside.kiosk.ui.KioskState.Event;
import org.seatside.model.attendance.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Check-ins as a screen makes them: decided off the JavaFX thread, told on it, and answered whatever goes
/// wrong.
final class CheckIns {
    private static final Logger LOG = LoggerFactory.getLogger(CheckIns.class);

    private final TaskRunner tasks;
    private final CheckInDesk desk;
    private final InstantSource clock;
    private final Consumer<CheckInReport> reports;
    private final Screen screen;

    /// What is told of them. On the JavaFX thread.
    interface Screen {
        void happened(Event event);

        void decided(Decision decision);
    }

    /// @param reports called on the JavaFX thread
    CheckIns(TaskRunner tasks, CheckInDesk desk, InstantSource clock, Consumer<CheckInReport> reports, Screen screen) {
        this.tasks = tasks;
        this.desk = desk;
        this.clock = clock;
        this.reports = reports;
        this.screen = screen;
    }

    /// A text that was read. Blocks until it is decided; not on the JavaFX thread.
    ///
    /// @param frame sequence number of the frame; -1 for a scanner
    /// @param sinceNanos when it was seen, by [System#nanoTime]
    void scanned(String text, long frame, long sinceNanos) throws InterruptedException {
        tasks.show(() -> screen.happened(new Event.CodeSeen()));
        Decision decision = decision(() -> desk.scanned(text, this::recorded));
        tasks.show(() -> decided(decision, frame, sinceNanos));
    }

    /// A text that a scanner typed.
    void scannedByHand(String text) {
        long since = System.nanoTime();
        tasks.create(() -> {
                    scanned(text, -1, since);
                    return text.length();
                })
                .start();
    }

    void typed(String number) {
        long since = System.nanoTime();
        tasks.create(() -> decision(() -> desk.typed(number, this::recorded)))
                .onSuccess(decision -> decided(decision, -1, since))
                .start();
    }

    void pinTyped(String pin) {
        long since = System.nanoTime();
        tasks.create(() -> guarded(() -> desk.pin(pin, this::recorded), PinDecision.Decided::new))
                .onSuccess(next -> {
                    switch (next) {
                        case PinDecision.Again(long seconds) ->
                            screen.happened(new Event.PinWrong(Pin.wrong(clock.instant(), seconds)));
                        case PinDecision.Decided(Decision decision) -> decided(decision, -1, since);
                    }
                })
                .start();
    }

    /// The half of a visit that waits is forgotten.
    void forget() {
        desk.forget();
    }

    private void recorded() {
        tasks.show(() -> screen.happened(new Event.Recorded()));
    }

    private static Decision decision(Callable<Decision> asked) throws InterruptedException {
        return guarded(asked, decision -> decision);
    }

    private static <T> T guarded(Callable<T> asked, Function<Decision, T> instead) throws InterruptedException {
        try {
            return asked.call();
        } catch (InterruptedException e) {
            throw e;
        } catch (Throwable e) {
            // A screen that goes on reading for ever would be worse than any of them.
            String incident = UUID.randomUUID().toString();
            LOG.error("A scan could not be decided, incident {}", incident, e);
            return instead.apply(Decision.without(new Outcome.Refused(incident.substring(0, 8))));
        }
    }

    private void decided(Decision decision, long frame, long sinceNanos) {
        screen.decided(decision);
        long millis = Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
        LOG.info(
                "Check-in {}: {} after {} ms",
                decision.checkIn(),
                decision.outcome().kind(),
                millis);
        reports.accept(new CheckInReport(decision.checkIn(), decision.outcome(), frame, millis));
    }
}
