package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;
import org.seatside.service.audit.AuditStore;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.AuditChange;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.trail.AuditChain;
import org.seatside.service.trail.Checkpoints;
import org.seatside.service.trail.TrailCheck;
import org.seatside.service.trail.Verdict;
import org.seatside.testkit.Seeds;

/// The audit trail as the log makes it.
final class AuditStateTest {
    private static final String INSTITUTION = "00112233445566778899aabbccddeeff";

    private final SampleCommands sample = new SampleCommands(Seeds.next());

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private AuditStore audit;
    private KeyPair key;
    private long index;

    @BeforeEach
    void open() throws Exception {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        audit = home.stores().audit();
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void everyCommandButCheckInsAndTheNodesOwnMarksIsAnEntryThatFollowsFromTheOneBefore() throws Exception {
        List<Command> commands = sample.next(400);
        for (int i = 0; i < 400; i += 8) {
            apply(commands.subList(i, i + 8));
            if (i == 200) {
                view.close();
                view = home.openClean().orElseThrow();
            }
        }
        apply(commands.subList(0, 100));

        long audited =
                commands.stream().filter(command -> command.change().audited()).count();
        assertTrue(audited > 100 && audited < 400, audited + " of 400");
        assertEquals(new Verdict.Intact(1, audited, 0), check(List.of()));
    }

    @Test
    void anEntrySaysWhatTheCommandSaidAndWhatCameOfIt() {
        Command first = command(new Change.SaveStudent(SampleCommands.student(1)));
        Command second = command(new AuditChange.Note("view-adjustments", "somebody", "asked by phone"));
        apply(List.of(first));
        apply(List.of(second));

        AuditEntry one = AuditChain.linked(
                AuditChain.START,
                new AuditEntry(
                        1,
                        1,
                        first.id().value(),
                        first.at(),
                        "kim",
                        "10.0.0.7",
                        "save-student",
                        SampleCommands.student(1).id().toString(),
                        null,
                        "done",
                        ""));
        AuditEntry two = AuditChain.linked(
                one.hash(),
                new AuditEntry(
                        2,
                        2,
                        second.id().value(),
                        second.at(),
                        "kim",
                        "10.0.0.7",
                        "view-adjustments",
                        "somebody",
                        "asked by phone",
                        "done",
                        ""));
        assertEquals(List.of(two, one), audit.before(9, null, null, 9));
        assertEquals(List.of(two), audit.before(9, "somebody", "kim", 9));
        assertEquals(List.of(), audit.before(9, null, "lee", 9));
        assertEquals(List.of(two), audit.after(1, 9));
        assertEquals(Optional.of(two), audit.last());
    }

    @Test
    void aCheckpointIsKeptWhereItAgreesAndOldEntriesGoUpToOne() {
        for (int i = 0; i < 9; i++) {
            apply(List.of(command(new AuditChange.Note("look", null, null))));
        }
        AuditCheckpoint good = sign(
                audit.after(4, 1).getFirst().number(),
                audit.after(4, 1).getFirst().hash());

        ApplyResult stale = new ApplyResult.Conflict(ApplyResult.Kind.STALE_REVISION);
        assertEquals(stale, apply(List.of(command(new AuditChange.Seal(sign(5, AuditChain.START))))));
        assertEquals(stale, apply(List.of(command(new AuditChange.LetGo(5)))));
        assertEquals(new ApplyResult.Done(), apply(List.of(command(new AuditChange.Seal(good)))));
        assertEquals(Optional.of(good), audit.lastCheckpoint());
        assertEquals(Optional.empty(), audit.lastCheckpointBefore(good.at()));
        assertEquals(Optional.of(good), audit.lastCheckpointBefore(good.at().plusSeconds(1)));
        assertEquals(new Verdict.Intact(1, 10, 5), check(List.of(good)));
        assertEquals(new ApplyResult.Done(), apply(List.of(command(new AuditChange.LetGo(5)))));
        assertEquals(new Verdict.Intact(6, 11, 5), check(List.of(good)));
    }

    private AuditCheckpoint sign(long number, String hash) {
        return Checkpoints.sign(INSTITUTION, number, hash, SampleCommands.MORNING, 1, key.getPrivate());
    }

    private Verdict check(List<AuditCheckpoint> known) {
        TrailCheck check = new TrailCheck(INSTITUTION, key.getPublic(), known);
        audit.after(0, 1_000).forEach(check::add);
        return check.finish();
    }

    private Command command(Change change) {
        Command drawn = sample.command(change);
        return new Command(drawn.id(), drawn.at(), "kim", "10.0.0.7", change);
    }

    private ApplyResult apply(List<Command> commands) {
        index++;
        return view.apply(new LogPosition(1, index), commands).getFirst();
    }
}
