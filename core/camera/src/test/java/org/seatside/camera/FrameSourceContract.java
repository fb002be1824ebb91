package org.seatside.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.camera.SourceState.Running;
import org.seatside.camera.SourceState.Starting;
import org.seatside.camera.SourceState.Stopped;

/// What every frame source does. The source given delivers 40x30 frames without end, at least twenty a second.
abstract class FrameSourceContract {
    static final int WIDTH = 40;
    static final int HEIGHT = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private FrameSource source;

    abstract FrameSource endlessFrames() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        source = endlessFrames();
    }

    @AfterEach
    final void close() {
        source.close();
    }

    @Test
    final void isStoppedAndEmptyBeforeTheStart() throws InterruptedException {
        assertEquals(new Stopped(), source.state());
        assertEquals(Optional.empty(), source.latest());
        assertEquals(Optional.empty(), source.awaitNewer(-1, Duration.ZERO));
    }

    @Test
    final void deliversFramesOneAfterTheOther() throws InterruptedException {
        source.start();

        Frame first = source.awaitNewer(-1, PATIENCE).orElseThrow();
        Frame second = source.awaitNewer(first.sequence(), PATIENCE).orElseThrow();

        assertTrue(second.sequence() > first.sequence());
        assertTrue(second.captureNanos() > first.captureNanos());
        assertEquals(
                List.of(WIDTH, HEIGHT, WIDTH * HEIGHT),
                List.of(first.width(), first.height(), first.luminance().length));
        assertEquals(0xff, argb(first)[WIDTH * HEIGHT - 1] >>> 24);
    }

    static int[] argb(Frame frame) {
        int[] argb = new int[frame.width() * frame.height()];
        frame.writeArgb(argb);
        return argb;
    }

    @Test
    final void theNewestFrameWinsOverASlowConsumer() throws InterruptedException {
        source.start();
        Frame first = source.awaitNewer(-1, PATIENCE).orElseThrow();
        await().atMost(PATIENCE).until(() -> source.latest().orElseThrow().sequence() >= first.sequence() + 10);

        Frame next = source.awaitNewer(first.sequence(), PATIENCE).orElseThrow();

        assertTrue(next.sequence() >= first.sequence() + 10, next + " after " + first);
    }

    @Test
    final void takesFewerFramesWhereFewAreAskedForAndAllAgainAtOnce() throws InterruptedException {
        source.takeAtMost(2);
        source.start();
        Frame first = source.awaitNewer(-1, PATIENCE).orElseThrow();
        Frame second = source.awaitNewer(first.sequence(), PATIENCE).orElseThrow();
        source.takeAtMost(Double.POSITIVE_INFINITY);
        Frame third = source.awaitNewer(second.sequence(), PATIENCE).orElseThrow();

        long slow = second.captureNanos() - first.captureNanos();
        assertTrue(slow >= 490_000_000L, slow + " ns");
        assertTrue(third.captureNanos() - second.captureNanos() < slow);
    }

    @Test
    final void tellsItsStatesInOrder() throws InterruptedException {
        List<SourceState> states = new CopyOnWriteArrayList<>();
        source.onState(states::add);

        source.start();
        assertTrue(source.awaitNewer(-1, PATIENCE).isPresent());
        source.stop();

        List<Class<?>> kinds =
                states.stream().<Class<?>>map(SourceState::getClass).distinct().toList();
        assertEquals(List.of(Stopped.class, Starting.class, Running.class), kinds);
        assertEquals(new Stopped(), states.getLast());
        Running running = assertInstanceOf(Running.class, states.get(2));
        assertEquals(List.of(WIDTH, HEIGHT), List.of(running.width(), running.height()));
    }

    @Test
    final void aConsumerGoesOnWaitingOverAStopAndGetsTheFirstFrameAfterIt() throws Exception {
        source.start();
        long before = source.awaitNewer(-1, PATIENCE).orElseThrow().sequence();
        source.stop();
        long last = source.latest().orElseThrow().sequence();
        FutureTask<Optional<Frame>> waiting = new FutureTask<>(() -> source.awaitNewer(last, Duration.ofHours(1)));
        Thread consumer = Thread.ofPlatform().start(waiting);
        await().atMost(PATIENCE).until(() -> consumer.getState() == Thread.State.TIMED_WAITING);

        source.start();

        assertTrue(waiting.get().orElseThrow().sequence() > before);
    }

    @Test
    final void aStoppedSourceLetsItsConsumersWaitInsteadOfSpin() throws InterruptedException {
        long begun = System.nanoTime();

        assertEquals(Optional.empty(), source.awaitNewer(-1, Duration.ofMillis(50)));

        assertTrue(System.nanoTime() - begun >= Duration.ofMillis(50).toNanos());
    }

    @Test
    final void startingAndStoppingTwoHundredTimesLeaksNoThread() throws InterruptedException {
        source.start();
        assertTrue(source.awaitNewer(-1, PATIENCE).isPresent());
        source.stop();

        for (int i = 0; i < 200; i++) {
            source.start();
            source.start();
            source.stop();
            source.stop();
        }

        await().atMost(PATIENCE).untilAsserted(() -> assertEquals(Set.of(), cameraThreads()));
        source.start();
        assertTrue(source.awaitNewer(-1, PATIENCE).isPresent());
    }

    private static Set<String> cameraThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("camera") || name.startsWith("HttpClient"))
                .collect(Collectors.toSet());
    }
}
