package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.NotAppendedException;

final class ThreeNodesTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private NodeGroup nodes;

    @BeforeEach
    void begin() {
        nodes = new NodeGroup(folder, new RaftConfig.Snapshots(100, 100, 1));
    }

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void anyNodeTakesCheckInsAndAllHaveThem() throws Exception {
        nodes.begin("n1", "n2", "n3");

        long index = 0;
        int kiosk = 0;
        for (String id : List.of("n1", "n2", "n3")) {
            index = nodes.append(id, ++kiosk, 1, 20);
        }

        assertEquals(1, nodes.states(index).size());
        assertEquals(20, nodes.highWater("n1", 3));
    }

    @Test
    void whoeverChangedSomethingReadsItAtTheSameNode() throws Exception {
        nodes.begin("n1", "n2", "n3");

        for (String id : List.of("n1", "n2", "n3")) {
            TestNode node = nodes.node(id);
            node.awaitReady();
            Room room = new Room(new RoomId(UUID.randomUUID()), "Room " + id, "", "", null, null, null);
            node.log()
                    .append(new Command(
                            new CommandId(UUID.randomUUID()), Instant.EPOCH, "test", new Change.SaveRoom(room, null)))
                    .get(20, TimeUnit.SECONDS);

            assertEquals(Optional.of(room), node.home().stores().roster().room(room.id()));
        }
    }

    @Test
    void whatIsSentTwiceThroughTwoNodesCountsOnce() throws Exception {
        nodes.begin("n1", "n2", "n3");
        nodes.append("n1", 1, 1, 5);

        long index = nodes.append("n2", 1, 1, 5);

        assertEquals(1, nodes.states(index).size());
        assertEquals(5, nodes.highWater("n3", 1));
    }

    @Test
    void theOthersGoOnWithoutTheLeader() throws Exception {
        nodes.begin("n1", "n2", "n3");
        String first = nodes.leader();
        String follower = nodes.followers().getFirst();
        nodes.append(follower, 1, 1, 50);

        nodes.stop(first);
        long index = nodes.append(follower, 1, 51, 100);

        assertEquals(1, nodes.states(index).size());
        nodes.start(first);
        assertEquals(1, nodes.states(nodes.append(first, 2, 1, 1)).size());
        assertEquals(100, nodes.highWater(first, 1));
    }

    @Test
    void oneOfThreeAcknowledgesNothing() throws Exception {
        nodes.begin("n1", "n2", "n3");
        String left = nodes.leader();
        nodes.append(left, 1, 1, 1);
        for (String id : nodes.followers()) {
            nodes.stop(id);
        }

        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> nodes.node(left).log().append(CheckIns.command(1, 2)).get(20, TimeUnit.SECONDS));

        assertInstanceOf(NotAppendedException.class, refused.getCause());
        await().atMost(SOON).until(() -> !nodes.node(left).log().readiness().ready());
    }

    @Test
    void aNodeAloneBecomesThreeWhileItIsWrittenTo() throws Exception {
        nodes.begin("n1");
        nodes.append("n1", 1, 1, 300);
        nodes.node("n1").log().snapshotNow();

        nodes.join("n2");
        nodes.append("n1", 2, 1, 50);
        nodes.node("n2").awaitReady();
        nodes.join("n3");
        nodes.append("n2", 3, 1, 50);
        nodes.node("n3").awaitReady();

        long index = nodes.append("n3", 4, 1, 1);
        assertEquals(1, nodes.states(index).size());
        assertEquals(300, nodes.highWater("n3", 1));
        assertEquals(Set.of("n1", "n2", "n3"), members("n1"));
    }

    @Test
    void aNodeThatLostItsDiskIsReplacedFromASnapshot() throws Exception {
        nodes.begin("n1", "n2", "n3");
        String lost = nodes.followers().getFirst();
        String leader = nodes.leader();
        nodes.append(leader, 1, 1, 300);
        nodes.stop(lost);
        nodes.node(leader).log().membership().remove(lost, SOON);
        assertFalse(members(leader).contains(lost));
        // Enough for the log to be cut behind the older of two snapshots: what is cut comes by a snapshot alone.
        for (int round = 2; round < 6; round++) {
            RaftCommandLogTest.append(nodes.node(leader), round, 9_000);
            nodes.node(leader).log().snapshotNow();
        }
        nodes.forget(lost);

        nodes.join("n4");
        long index = nodes.append(leader, 7, 1, 1);

        assertEquals(1, nodes.states(index).size());
        assertEquals(300, nodes.highWater("n4", 1));
        nodes.node("n4").awaitReady();
    }

    @Test
    void aNodeThatIsToStopHandsOverFirst() throws Exception {
        nodes.begin("n1", "n2", "n3");
        String first = nodes.leader();
        String next = nodes.followers().getFirst();

        nodes.node(first).log().membership().lead(next, SOON);

        await().atMost(SOON).until(() -> nodes.node(next).log().leads());
        assertNotEquals(first, nodes.leader());
        assertEquals(1, nodes.states(nodes.append(first, 1, 1, 10)).size());
    }

    @Test
    void aNodeThatWasTakenOutTakesNothingMore() throws Exception {
        nodes.begin("n1", "n2", "n3");
        String out = nodes.followers().getFirst();
        nodes.append(out, 1, 1, 1);

        nodes.node(nodes.leader()).log().membership().remove(out, SOON);

        await().atMost(SOON)
                .until(() -> nodes.node(out).log().readiness().reason().contains("took this one out"));
        nodes.append(nodes.leader(), 1, 2, 10);
    }

    private Set<String> members(String askedOf) {
        return nodes.node(askedOf).log().membership().members().stream()
                .map(member -> member.peer().id())
                .collect(Collectors.toSet());
    }
}
