package org.seatside.service.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;
import org.seatside.testkit.Seeds;

/// Does to a trail of 10,000 entries what somebody might who can write to the node's disk.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TrailCheckTest {
    private static final String INSTITUTION = "00112233445566778899aabbccddeeff";
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00.123456Z");
    private static final int ENTRIES = 10_000;
    private static final int EVERY = 1_000;

    private final Random random = new Random(Seeds.next());
    private KeyPair key;
    private List<AuditEntry> whole;
    private List<AuditCheckpoint> checkpoints;

    @BeforeAll
    void write() throws Exception {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        whole = new ArrayList<>();
        checkpoints = new ArrayList<>();
        String before = AuditChain.START;
        for (int number = 1; number <= ENTRIES; number++) {
            AuditEntry entry = AuditChain.linked(before, entry(number));
            whole.add(entry);
            before = entry.hash();
            if (number % EVERY == 0) {
                checkpoints.add(Checkpoints.sign(INSTITUTION, number, before, entry.at(), 1, key.getPrivate()));
            }
        }
    }

    private static AuditEntry entry(int number) {
        return new AuditEntry(
                number,
                number * 3L,
                new UUID(7, number),
                MORNING.plusSeconds(number),
                "actor " + number % 7,
                number % 3 == 0 ? null : "10.0.0." + number % 200,
                "view-adjustments",
                number % 5 == 0 ? null : "subject " + number % 90,
                number % 4 == 0 ? null : "reason " + number,
                "done",
                "");
    }

    private Verdict check(List<AuditEntry> entries, List<AuditCheckpoint> known) {
        TrailCheck check = new TrailCheck(INSTITUTION, key.getPublic(), known);
        entries.forEach(check::add);
        return check.finish();
    }

    private Verdict.Broken broken(List<AuditEntry> entries) {
        return assertInstanceOf(Verdict.Broken.class, check(entries, checkpoints));
    }

    private static void assertAt(int number, Verdict.Broken broken) {
        assertTrue(broken.from() <= number && number <= broken.to(), number + " is not in " + broken);
    }

    @Test
    void aWholeTrailIsIntact() {
        assertEquals(new Verdict.Intact(1, ENTRIES, ENTRIES), check(whole, checkpoints));
        assertEquals(new Verdict.Intact(1, ENTRIES, 0), check(whole, List.of()));
        assertEquals(new Verdict.Intact(0, 0, 0), check(List.of(), List.of()));
        assertEquals(new Verdict.Intact(1, 1_500, 1_000), check(whole.subList(0, 1_500), checkpoints.subList(0, 1)));
        assertEquals(new Verdict.Intact(3_001, ENTRIES, ENTRIES), check(whole.subList(3_000, ENTRIES), checkpoints));
    }

    @Test
    void anEditOfAnyPartOfAnyEntryIsFoundWhereItIs() {
        List<UnaryOperator<AuditEntry>> edits = List.of(
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex() + 1,
                        e.command(),
                        e.at(),
                        e.actor(),
                        e.from(),
                        e.action(),
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        new UUID(8, 8),
                        e.at(),
                        e.actor(),
                        e.from(),
                        e.action(),
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at().plusNanos(1_000),
                        e.actor(),
                        e.from(),
                        e.action(),
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        "other",
                        e.from(),
                        e.action(),
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        e.actor(),
                        "10.9.9.9",
                        e.action(),
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        e.actor(),
                        e.from(),
                        "other",
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        e.actor(),
                        e.from(),
                        e.action(),
                        "other",
                        e.detail(),
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        e.actor(),
                        e.from(),
                        e.action(),
                        e.subject(),
                        "other",
                        e.outcome(),
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        e.actor(),
                        e.from(),
                        e.action(),
                        e.subject(),
                        e.detail(),
                        "conflict",
                        e.hash()),
                e -> new AuditEntry(
                        e.number(),
                        e.logIndex(),
                        e.command(),
                        e.at(),
                        e.actor(),
                        e.from(),
                        e.action(),
                        e.subject(),
                        e.detail(),
                        e.outcome(),
                        AuditChain.START));
        for (UnaryOperator<AuditEntry> edit : edits) {
            int at = random.nextInt(ENTRIES);
            List<AuditEntry> edited = new ArrayList<>(whole);
            edited.set(at, edit.apply(whole.get(at)));

            assertAt(at + 1, broken(edited));
        }
    }

    @Test
    void anEditWithItsHashMadeAnewIsFoundAtTheNextEntryOrCheckpoint() {
        for (int at : new int[] {0, 4_711, 998, 999, ENTRIES - 1, random.nextInt(ENTRIES)}) {
            List<AuditEntry> edited = new ArrayList<>(whole);
            edited.set(at, rewritten(whole, at));

            assertAt(at + 1, broken(edited));
        }
    }

    @Test
    void aTrailWrittenAnewFromAnEntryOnIsFoundAtTheCheckpoint() {
        int at = random.nextInt(ENTRIES);
        List<AuditEntry> forged = new ArrayList<>(whole.subList(0, at));
        forged.add(rewritten(whole, at));
        for (int i = at + 1; i < ENTRIES; i++) {
            forged.add(AuditChain.linked(forged.getLast().hash(), whole.get(i)));
        }

        Verdict.Broken broken = broken(forged);

        assertEquals(Verdict.Fault.REWRITTEN, broken.fault());
        assertAt(at + 1, broken);
        assertTrue(broken.to() - broken.from() < EVERY, broken.toString());
        assertInstanceOf(Verdict.Intact.class, check(forged, List.of()), "without checkpoints nobody could tell");
    }

    private static AuditEntry rewritten(List<AuditEntry> trail, int at) {
        AuditEntry e = trail.get(at);
        AuditEntry other = new AuditEntry(
                e.number(),
                e.logIndex(),
                e.command(),
                e.at(),
                "other",
                e.from(),
                e.action(),
                e.subject(),
                e.detail(),
                e.outcome(),
                "");
        return AuditChain.linked(at == 0 ? AuditChain.START : trail.get(at - 1).hash(), other);
    }

    @Test
    void aRemovalIsFoundWhereItIs() {
        for (int count : new int[] {1, 2, 1_500}) {
            int at = random.nextInt(ENTRIES - count - 1);
            List<AuditEntry> fewer = new ArrayList<>(whole);
            fewer.subList(at, at + count).clear();

            assertEquals(new Verdict.Broken(Verdict.Fault.REMOVED, at + 1, at + count), broken(fewer));
        }
    }

    @Test
    void aRemovalThatIsNumberedOverIsFoundToo() {
        int at = 5_000 + random.nextInt(400);
        List<AuditEntry> fewer = new ArrayList<>(whole.subList(0, at));
        for (int i = at + 1; i < ENTRIES; i++) {
            AuditEntry e = whole.get(i);
            fewer.add(new AuditEntry(
                    i,
                    e.logIndex(),
                    e.command(),
                    e.at(),
                    e.actor(),
                    e.from(),
                    e.action(),
                    e.subject(),
                    e.detail(),
                    e.outcome(),
                    e.hash()));
        }

        assertAt(at + 1, broken(fewer));
    }

    @Test
    void aReorderingIsFoundWhereItIs() {
        for (int distance : new int[] {1, 2, 3_000}) {
            int at = random.nextInt(ENTRIES - distance);
            List<AuditEntry> swapped = new ArrayList<>(whole);
            Collections.swap(swapped, at, at + distance);

            assertEquals(new Verdict.Broken(Verdict.Fault.MOVED, at + 1, at + 1), broken(swapped));
        }
    }

    @Test
    void anEntryThatIsThereTwiceIsFoundWhereItIs() {
        int at = random.nextInt(ENTRIES);
        List<AuditEntry> twice = new ArrayList<>(whole);
        twice.add(at + 1, whole.get(at));

        assertEquals(new Verdict.Broken(Verdict.Fault.REPEATED, at + 1, at + 1), broken(twice));
    }

    @Test
    void aCutIsFoundByTheCheckpointsThatWereKept() {
        for (int left : new int[] {0, 1, 9_999, random.nextInt(ENTRIES)}) {
            assertEquals(new Verdict.Broken(Verdict.Fault.CUT, left + 1, ENTRIES), broken(whole.subList(0, left)));
        }
    }

    @Test
    void aCutAtTheBeginningIsFoundUnlessACheckpointStandsThere() {
        assertEquals(new Verdict.Broken(Verdict.Fault.REMOVED, 1, 1_500), broken(whole.subList(1_500, ENTRIES)));
    }

    @Test
    void aCheckpointOfAnotherKeyOrCampusCountsForNothing() throws Exception {
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String hash = whole.get(ENTRIES - 1).hash();
        AuditCheckpoint forged = Checkpoints.sign(INSTITUTION, ENTRIES, hash, MORNING, 1, other.getPrivate());
        AuditCheckpoint foreign = Checkpoints.sign("f".repeat(32), ENTRIES, hash, MORNING, 1, key.getPrivate());
        AuditCheckpoint good = checkpoints.getFirst();
        AuditCheckpoint moved =
                new AuditCheckpoint(good.number() + 1, good.hash(), good.at(), good.key(), good.signature());

        for (AuditCheckpoint bad : List.of(forged, foreign, moved)) {
            assertEquals(
                    new Verdict.Broken(Verdict.Fault.CHECKPOINT_FORGED, bad.number(), bad.number()),
                    check(whole, List.of(bad)));
        }
    }

    @Test
    void noTwoEntriesHaveTheSameBytes() {
        AuditEntry e = whole.get(1);
        AuditEntry one = new AuditEntry(2, 1, e.command(), e.at(), "ab", null, "c", null, null, "done", "");
        AuditEntry two = new AuditEntry(2, 1, e.command(), e.at(), "a", null, "bc", null, null, "done", "");
        AuditEntry three = new AuditEntry(2, 1, e.command(), e.at(), "ab", "", "c", null, null, "done", "");

        assertNotEquals(AuditChain.hash(AuditChain.START, one), AuditChain.hash(AuditChain.START, two));
        assertNotEquals(AuditChain.hash(AuditChain.START, one), AuditChain.hash(AuditChain.START, three));
    }
}
