package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.CheckInId;
import org.seatside.testkit.Seeds;

final class OutboxDamageTest {
    private static final int SMALL = 4_000;

    @TempDir
    private Path folder;

    private final Drafts drafts = new Drafts(1);
    private final Random random = new Random(2);

    private Outbox open(Path directory) throws OutboxException {
        return Outbox.open(new TestDisk(), directory, Drafts.JSON, Drafts.CLOCK, random, SMALL);
    }

    private List<CheckIn> fill(Path directory, int count) throws OutboxException {
        List<CheckIn> appended = new ArrayList<>();
        try (Outbox outbox = open(directory)) {
            for (int i = 0; i < count; i++) {
                appended.add(outbox.append(drafts.next()));
            }
        }
        return appended;
    }

    private static byte[] content(Map<String, byte[]> files, String name) {
        return Objects.requireNonNull(files.get(name));
    }

    private static Map<String, byte[]> files(Path directory) throws IOException {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : new RealDisk().list(directory)) {
            if (SegmentLog.isSegment(name)) {
                files.put(name, Files.readAllBytes(directory.resolve(name)));
            }
        }
        return files;
    }

    private Path with(Map<String, byte[]> files, String changed, byte[] content, int round) throws IOException {
        Path copy = Files.createDirectory(folder.resolve("round-" + round));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(copy.resolve(file.getKey()), file.getKey().equals(changed) ? content : file.getValue());
        }
        return copy;
    }

    @Test
    void tornLastRecordIsCutOffAndSaidWhereverItTears() throws Exception {
        Path original = folder.resolve("original");
        List<CheckIn> appended = fill(original, 3);
        Map<String, byte[]> files = files(original);
        String name = "00000001.journal";
        byte[] whole = content(files, name);
        int last = Records.decode(whole).records().getLast().offset();

        for (int cut = last + 1; cut < whole.length; cut++) {
            Path torn = with(files, name, Arrays.copyOf(whole, cut), cut);
            try (Outbox outbox = open(torn)) {
                assertEquals(appended.subList(0, 2), outbox.oldestFirst(9));
                assertEquals(
                        List.of(new Damage(
                                Damage.Kind.END,
                                1,
                                last,
                                cut - last,
                                outbox.damages().getFirst().keptAs())),
                        outbox.damages());
                assertEquals(
                        cut, Files.size(torn.resolve(outbox.damages().getFirst().keptAs())));
                CheckIn next = outbox.append(drafts.next());
                assertNotEquals(appended.getFirst().epoch(), next.epoch());
                assertEquals(1, next.seq());
            }
            try (Outbox again = open(torn)) {
                assertEquals(List.of(), again.damages());
                assertEquals(3, again.waiting());
            }
        }
    }

    @Test
    void noFlippedBitLosesOrChangesAnythingSilently() throws Exception {
        Path original = folder.resolve("original");
        List<CheckIn> appended = fill(original, 24);
        try (Outbox outbox = open(original)) {
            outbox.accepted(Drafts.receipt(appended.get(3).id()));
            outbox.refused(appended.get(5).id(), "TOO_OLD");
            outbox.append(drafts.next());
        }
        Map<CheckInId, CheckIn> written = writtenTo(original);
        Map<String, byte[]> files = files(original);
        List<String> names = List.copyOf(files.keySet());
        Random flips = new Random(Seeds.next());

        for (int round = 0; round < 1_000; round++) {
            String name = names.get(flips.nextInt(names.size()));
            byte[] flipped = content(files, name).clone();
            int at = flips.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << flips.nextInt(8));
            Path copy = with(files, name, flipped, round);
            String where = name + " at " + at;
            long epoch;
            Map<CheckInId, CheckIn> there;
            try (Outbox outbox = open(copy)) {
                assertFalse(outbox.damages().isEmpty(), where);
                there = LossCheck.there(outbox);
                outbox.refused().forEach(it -> there.put(it.checkIn().id(), it.checkIn()));
                there.values().forEach(it -> assertEquals(written.get(it.id()), it, where));
                assertTrue(there.size() >= 23, where);
                epoch = outbox.append(drafts.next()).epoch();
            }
            assertNotEquals(appended.getFirst().epoch(), epoch, where);
            try (Outbox again = open(copy)) {
                assertEquals(List.of(), again.damages(), where);
                assertEquals(there.size() + 1, again.waiting() + again.refused().size(), where);
            }
        }
    }

    private Map<CheckInId, CheckIn> writtenTo(Path directory) throws OutboxException {
        Map<CheckInId, CheckIn> written = new HashMap<>();
        try (Outbox outbox = open(directory)) {
            assertEquals(1, outbox.resendAccepted());
            outbox.refused().forEach(it -> written.put(it.checkIn().id(), it.checkIn()));
            outbox.oldestFirst(99).forEach(it -> written.put(it.id(), it));
            assertEquals(25, written.size());
        }
        return written;
    }

    @Test
    void zeroedTruncatedAndMissingFilesAreReported() throws Exception {
        Path original = folder.resolve("original");
        List<CheckIn> appended = fill(original, 40);
        Map<String, byte[]> files = files(original);
        String middle = "00000002.journal";
        byte[] whole = content(files, middle);
        List<byte[]> damaged = List.of(
                new byte[whole.length],
                new byte[0],
                Arrays.copyOf(whole, whole.length - 1),
                Arrays.copyOf(whole, whole.length / 2));

        for (int round = 0; round <= damaged.size(); round++) {
            byte[] content = round < damaged.size() ? damaged.get(round) : new byte[1];
            Path copy = with(files, middle, content, round);
            if (round == damaged.size()) {
                Files.delete(copy.resolve(middle));
            }
            try (Outbox outbox = open(copy)) {
                assertFalse(outbox.damages().isEmpty());
                assertTrue(appended.containsAll(outbox.oldestFirst(99)));
                assertEquals(appended.getLast(), outbox.oldestFirst(99).getLast());
            }
            try (Outbox again = open(copy)) {
                assertEquals(List.of(), again.damages());
            }
        }
    }

    @Test
    void textThatLooksLikeARecordIsNoRecord() throws Exception {
        byte[] inner = new byte[64];
        Records.encode(RecordType.REFUSED, new byte[40]).get(inner, 0, 53);
        byte[] text = Drafts.JSON.write(new String(inner, java.nio.charset.StandardCharsets.ISO_8859_1));
        byte[] outer = Records.encode(RecordType.CHECK_IN, text).array();
        outer[1] ^= 1;

        assertEquals(List.of(), Records.decode(outer).records());
    }
}
