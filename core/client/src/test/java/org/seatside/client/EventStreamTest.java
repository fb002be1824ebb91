package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatside.testkit.Seeds;

final class EventStreamTest {
    private static List<EventStream.Event> read(byte[] bytes) throws IOException {
        EventStream stream = new EventStream(new ByteArrayInputStream(bytes), () -> {});
        List<EventStream.Event> events = new ArrayList<>();
        for (EventStream.Event event = stream.next(); event != null; event = stream.next()) {
            events.add(event);
        }
        return events;
    }

    private static List<EventStream.Event> read(String text) throws IOException {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTypeIdAndDataWhateverEndsTheLines() throws Exception {
        String text = "\uFEFF: hello\nevent: check-in\nid: 7\ndata: {\"a\":\ndata:\"홍\"}\n\n:\n\ndata: x\n\n";
        List<EventStream.Event> expected = List.of(
                new EventStream.Event("check-in", "7", "{\"a\":\n\"홍\"}"), new EventStream.Event("message", "7", "x"));

        assertEquals(expected, read(text));
        assertEquals(expected, read(text.replace("\n", "\r\n")));
        assertEquals(expected, read(text.replace("\n", "\r")));
    }

    @Test
    void eventWithoutDataOrEndIsDropped() throws Exception {
        assertEquals(List.of(), read("event: check-in\nid: 7\n\ndata: cut off\n"));
        assertEquals(List.of(new EventStream.Event("message", "7", "")), read("id: 7\n\nevent: x\n\ndata\n\n"));
    }

    @Test
    void endlessLinesAndEventsAreRefused() {
        assertThrows(IOException.class, () -> read("data: " + "x".repeat(70_000)));
        assertThrows(IOException.class, () -> read(("data: " + "x".repeat(60_000) + "\n").repeat(5)));
    }

    @Test
    void anyBytesGiveEventsOrAnIoException() throws Exception {
        Random random = new Random(Seeds.next());
        String alphabet = "data:event:id:\n\r \0\uFEFF홍";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(200); n > 0; n--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            for (EventStream.Event event : read(text.toString())) {
                assertEquals(-1, event.id().indexOf('\0'));
            }
        }
    }
}
