package org.seatside.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.seatside.fx.testing.HeadlessToolkit;

@ExtendWith(HeadlessToolkit.class)
class FxTasksTest {
    private final FxTasks tasks = new FxTasks();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void close() {
        tasks.close();
    }

    @Test
    void workRunsInTheBackgroundAndItsEndOnTheScreen() throws Exception {
        tasks.create(() -> "work " + Platform.isFxApplicationThread())
                .onSuccess(result -> seen.add(result + ", end " + Platform.isFxApplicationThread()))
                .andFinally(done::countDown)
                .start();

        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("work false, end true"), List.copyOf(seen));
    }

    @Test
    void theFirstHandlerThatFitsGetsTheError() throws Exception {
        tasks.create(() -> {
                    throw new FileNotFoundException("gone");
                })
                .onSuccess(_ -> seen.add("success"))
                .onError(IllegalStateException.class, _ -> seen.add("state"))
                .onError(IOException.class, e -> seen.add("io " + e.getMessage()))
                .onError(Exception.class, _ -> seen.add("any"))
                .andFinally(done::countDown)
                .start();

        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("io gone"), List.copyOf(seen));
    }

    @Test
    void whatIsDueLaterHappensOnTheScreenUnlessCancelled() throws Exception {
        TaskRunner.Scheduled cancelled = tasks.after(Duration.ofMillis(20), () -> seen.add("cancelled"));
        cancelled.cancel();
        tasks.after(Duration.ofMillis(40), () -> {
            seen.add("due " + Platform.isFxApplicationThread());
            done.countDown();
        });

        assertTrue(done.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("due true"), List.copyOf(seen));
    }

    @Test
    void afterItsEndNothingIsBegunAndNobodyIsTold() throws Exception {
        tasks.close();

        tasks.after(Duration.ZERO, () -> seen.add("due")).cancel();
        tasks.after(Duration.ZERO, () -> seen.add("due"));
        tasks.create(() -> seen.add("work")).andFinally(() -> seen.add("end")).start();
        tasks.show(() -> seen.add("shown"));

        HeadlessToolkit.onScreen(done::getCount);
        assertEquals(List.of(), List.copyOf(seen));
    }
}
