package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.CommandLog;

/// One node's log over a real view.
final class RaftCommandLogTest {
    @TempDir
    private Path folder;

    @Test
    void whatWasAppendedIsThereAfterACleanRestart() throws Exception {
        String before;
        try (TestNode node = TestNode.start(folder)) {
            append(node, 1, 300);
            before = node.home().stores().contentHash();
        }

        try (TestNode node = TestNode.start(folder)) {
            node.awaitReady();
            assertEquals(before, node.home().stores().contentHash());
            assertEquals(300, node.home().stores().attendance().highWater(CheckIns.kiosk(1), CheckIns.EPOCH));
        }
    }

    @Test
    void aCommandAppendedTwiceGetsTheFirstAnswerAndALaterIndex() throws Exception {
        try (TestNode node = TestNode.start(folder)) {
            CommandLog.Applied first = node.log().append(CheckIns.command(1, 1)).get(5, TimeUnit.SECONDS);
            String once = node.home().stores().contentHash();
            CommandLog.Applied again = node.log().append(CheckIns.command(1, 1)).get(5, TimeUnit.SECONDS);

            assertEquals(first.result(), again.result());
            assertTrue(again.index() > first.index());
            assertEquals(once, node.home().stores().contentHash());
        }
    }

    @Test
    void aReadAfterWaitingForTheIndexSeesTheWrite() throws Exception {
        try (TestNode node = TestNode.start(folder)) {
            CommandLog.Applied done = node.log().append(CheckIns.command(1, 1)).get(5, TimeUnit.SECONDS);

            assertTrue(node.log().waitFor(done.index(), Duration.ofSeconds(1)));
            assertEquals(
                    List.of(CheckIns.checkIn(1, 1)),
                    node.home().stores().attendance().eventsAfter(0, 10).stream()
                            .map(event -> event.id())
                            .toList());
            assertTrue(!node.log().waitFor(done.index() + 1, Duration.ofMillis(20)));
        }
    }

    static void append(TestNode node, int kiosk, int count) throws Exception {
        List<CompletableFuture<CommandLog.Applied>> answers = new ArrayList<>();
        for (int seq = 1; seq <= count; seq++) {
            answers.add(node.log().append(CheckIns.command(kiosk, seq)));
        }
        for (CompletableFuture<CommandLog.Applied> answer : answers) {
            answer.get(20, TimeUnit.SECONDS);
        }
        await().until(() -> node.log().readiness().ready());
    }
}
