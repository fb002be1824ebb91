package org.seatside.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.outbox.Drafts;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.attendance.CheckIn;

/// What happens after a node or a kiosk was set back to an earlier state.
final class NodeRestoreTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);

    private Outbox outbox() throws Exception {
        return Outbox.open(folder.resolve("outbox"), new Json(), InstantSource.system(), new SecureRandom());
    }

    private KioskLink link(FakeNode node, Outbox outbox) throws Exception {
        DeviceKey key = DeviceKey.at(folder.resolve("device.key"));
        return new KioskLink(List.of(node.uri()), folder, key, outbox, "1", new Json(), InstantSource.system());
    }

    @Test
    void nothingAcknowledgedIsMissingAfterTheNodeWasSetBack() throws Exception {
        try (FakeNode node = new FakeNode();
                Outbox outbox = outbox();
                KioskLink link = link(node, outbox)) {
            link.pair("ABCD1234");
            List<CheckIn> all = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                CheckIn checkIn = outbox.append(drafts.next());
                assertInstanceOf(SendResult.Answered.class, link.send(checkIn, SOON));
                all.add(checkIn);
            }
            node.restoreTo(10);

            link.start(() -> "RUNNING");
            await().atMost(LONG).until(() -> node.recorded() == 30 && outbox.waiting() == 0);

            assertEquals(ids(all), ids(node.recordedCheckIns()));
        }
    }

    @Test
    void numberTheNodeKnowsForAnotherCheckInIsGivenAnewUnderTheSameId() throws Exception {
        try (FakeNode node = new FakeNode();
                Outbox outbox = outbox();
                KioskLink link = link(node, outbox)) {
            link.pair("ABCD1234");
            CheckIn first = outbox.append(drafts.next());
            CheckIn second = outbox.append(drafts.next());
            // Those of the time that the kiosk has forgotten.
            node.record(Drafts.numbered(drafts.next(), first.epoch(), 1));
            node.record(Drafts.numbered(drafts.next(), first.epoch(), 2));

            assertInstanceOf(SendResult.Answered.class, link.send(first, SOON));
            assertInstanceOf(SendResult.Answered.class, link.send(second, SOON));
            CheckIn third = outbox.append(drafts.next());

            assertNotEquals(first.epoch(), third.epoch());
            assertEquals(3, third.seq());
            assertEquals(
                    List.of(first.at(third.epoch(), 1), second.at(third.epoch(), 2)),
                    node.recordedCheckIns().stream().skip(2).toList());
            assertEquals(0, outbox.state().refused());
        }
    }

    private static Set<Object> ids(List<CheckIn> checkIns) {
        return checkIns.stream().map(CheckIn::id).collect(Collectors.toSet());
    }
}
