package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.model.id.RoomId;

/// A campus with more rooms than other answers have room for.
final class LargeProvisionTest {
    private static final int NAME = 1_000;

    @TempDir
    private Path folder;

    @Test
    void provisionOfEightMegabytesIsTakenAndOneOfTwentyIsNot() throws Exception {
        try (FakeNode node = new FakeNode();
                Outbox outbox =
                        Outbox.open(folder.resolve("outbox"), new Json(), InstantSource.system(), new SecureRandom());
                KioskLink link = new KioskLink(
                        List.of(node.uri()),
                        folder,
                        DeviceKey.at(folder.resolve("device.key")),
                        outbox,
                        "1",
                        new Json(),
                        InstantSource.system())) {
            Map<RoomId, String> rooms = rooms(6_000);
            node.rooms(rooms);

            link.pair("ABCD1234");

            assertEquals(rooms, link.provision().orElseThrow().rooms());
            node.rooms(rooms(15_000));
            assertThrows(NodeException.class, link::refreshProvision);
            assertEquals(rooms, link.provision().orElseThrow().rooms());
        }
    }

    private static Map<RoomId, String> rooms(int count) {
        Map<RoomId, String> rooms = new HashMap<>();
        for (int i = 0; i < count; i++) {
            rooms.put(new RoomId(new UUID(0x7000, 0x8000_0000_0000_0000L | i)), "x".repeat(NAME));
        }
        return rooms;
    }
}
