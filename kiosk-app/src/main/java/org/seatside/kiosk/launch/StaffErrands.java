package org.seatside.kiosk.launch;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.camera.SourceState;
import org.seatside.client.KioskDesk;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.json.Json;
import org.seatside.kiosk.ui.Inspection;
import org.seatside.kiosk.ui.KioskViewModel;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.TestScan;
import org.seatside.model.id.KioskActionId;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what staff ask this kiosk from afar, one thing after the other, each once: where nobody is being served,
/// and never unseen. What has expired is left alone. Thread-safe; nothing blocks.
final class StaffErrands {
    /// How long it is told that a picture is taken before it is: long enough to hear it, and to step aside or
    /// press a key.
    static final Duration TOLD_BEFORE = Duration.ofSeconds(8);

    /// How long a code may take to come before the camera.
    private static final Duration TESTED_FOR = Duration.ofSeconds(15);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final String SERVED = "Somebody stands before the kiosk, or staff look after it there";
    private static final String ENDED = "Somebody at the kiosk put an end to it";
    private static final Logger LOG = LoggerFactory.getLogger(StaffErrands.class);

    private final TaskRunner tasks;
    private final FrameSource camera;
    private final KioskViewModel model;
    private final KioskDesk desk;
    private final Surroundings kiosk;
    private final Json json = new Json();
    private final Set<KioskActionId> known = new HashSet<>();
    private final ReentrantLock turn = new ReentrantLock(true);

    /// What else of the kiosk is needed.
    interface Surroundings {
        /// This moment by the node's clock, as far as that is known.
        Instant now();

        /// What the kiosk says of itself: HTML.
        byte[] report();

        /// Codes that are read meanwhile become no check-ins.
        void testing(boolean on);

        /// Ends the program, for its service to start it again. On the JavaFX thread.
        void restart();
    }

    StaffErrands(TaskRunner tasks, FrameSource camera, KioskViewModel model, KioskDesk desk, Surroundings kiosk) {
        this.tasks = tasks;
        this.camera = camera;
        this.model = model;
        this.desk = desk;
        this.kiosk = kiosk;
    }

    /// What is open now; the same comes again until it was answered.
    void asked(List<KioskAction> open) {
        for (KioskAction action : open) {
            boolean fresh;
            synchronized (known) {
                fresh = known.add(action.id());
            }
            if (fresh && action.state() == KioskAction.State.ASKED) {
                tasks.create(() -> {
                            done(action);
                            return action;
                        })
                        .onError(NodeException.class, e -> LOG.warn("{}: {}", action.id(), e.getMessage()))
                        .start();
            }
        }
    }

    private void done(KioskAction action) throws NodeException, InterruptedException {
        turn.lockInterruptibly();
        try {
            if (!kiosk.now().isBefore(action.expiresAt())) {
                LOG.info("{} {} has expired", action.kind(), action.id());
                return;
            }
            LOG.info("{} {} is asked by staff", action.kind(), action.id());
            switch (action.kind()) {
                case RESTART -> restart(action);
                case PICTURE -> watched(action, Inspection.PICTURE, this::picture);
                case TEST_SCAN -> watched(action, Inspection.TEST_SCAN, this::testScan);
                case SELF_CHECK -> {
                    desk.tell(action.id(), KioskAction.State.TAKEN, null);
                    desk.answer(action.id(), kiosk.report());
                }
            }
        } finally {
            turn.unlock();
        }
    }

    private void restart(KioskAction action) throws NodeException, InterruptedException {
        if (!onScreen(model::isAlone)) {
            desk.tell(action.id(), KioskAction.State.REFUSED, SERVED);
            return;
        }
        desk.tell(action.id(), KioskAction.State.DONE, null);
        tasks.show(kiosk::restart);
    }

    /// Something that staff see through the camera.
    @FunctionalInterface
    private interface Look {
        /// @return empty where somebody here put an end to it
        /// @throws IOException where it cannot be had; the message is for staff
        Optional<byte[]> answer() throws IOException, InterruptedException;
    }

    private void watched(KioskAction action, Inspection inspection, Look look)
            throws NodeException, InterruptedException {
        if (!onScreen(() -> model.inspect(inspection))) {
            desk.tell(action.id(), KioskAction.State.REFUSED, SERVED);
            return;
        }
        try {
            desk.tell(action.id(), KioskAction.State.TAKEN, null);
            Optional<byte[]> answer = look.answer();
            if (answer.isPresent()) {
                desk.answer(action.id(), answer.get());
            } else {
                desk.tell(action.id(), KioskAction.State.REFUSED, ENDED);
            }
        } catch (IOException e) {
            desk.tell(action.id(), KioskAction.State.FAILED, e.getMessage());
        } finally {
            tasks.show(model::inspected);
        }
    }

    private Optional<byte[]> picture() throws IOException, InterruptedException {
        long told = System.nanoTime();
        while (System.nanoTime() - told < TOLD_BEFORE.toNanos()) {
            if (!onScreen(model::isInspected)) {
                return Optional.empty();
            }
            Thread.sleep(LOOK_AGAIN);
        }
        Frame frame = camera.latest().orElseThrow(() -> new IOException("The camera gives no picture"));
        return Optional.of(Jpeg.of(frame, KioskAction.LARGEST_ANSWER));
    }

    private Optional<byte[]> testScan() throws InterruptedException {
        kiosk.testing(true);
        try {
            QrReader reader = new QrReader();
            long begun = System.nanoTime();
            Optional<Frame> frame = Optional.empty();
            List<Reading> read = List.of();
            while (read.isEmpty() && System.nanoTime() - begun < TESTED_FOR.toNanos()) {
                if (!onScreen(model::isInspected)) {
                    return Optional.empty();
                }
                Optional<Frame> next =
                        camera.awaitNewer(frame.map(Frame::sequence).orElse(-1L), LOOK_AGAIN);
                if (next.isPresent()) {
                    frame = next;
                    Frame seen = next.get();
                    read = reader.read(Luminance.of(seen.luminance(), seen.width(), seen.height()), Effort.LIVE);
                }
            }
            double rate = camera.state() instanceof SourceState.Running running ? running.fps() : 0;
            return Optional.of(json.write(new TestScan(
                    Cameras.name(camera.state()),
                    frame.map(Frame::width).orElse(0),
                    frame.map(Frame::height).orElse(0),
                    rate,
                    read.stream().map(code -> code.text().length()).toList(),
                    Duration.ofNanos(System.nanoTime() - begun).toMillis())));
        } finally {
            kiosk.testing(false);
        }
    }

    private boolean onScreen(Callable<Boolean> question) throws InterruptedException {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        tasks.show(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The screen could not say", e.getCause());
        }
    }
}
