package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.StudentId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.imports.ImportPlan.Counts;
import org.seatside.model.roster.Student;
import org.seatside.payload.InstitutionId;
import org.seatside.payload.IssuerKeys;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.RoomCodeVerifier;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.RefusedException;
import org.seatside.service.imports.ImportRow;
import org.seatside.service.imports.ImportRow.EnrolmentRow;
import org.seatside.service.imports.ImportRow.Origin;
import org.seatside.service.imports.ImportRow.RoomRow;
import org.seatside.service.imports.ImportRow.SectionRow;
import org.seatside.service.imports.ImportRow.StudentRow;
import org.seatside.service.imports.ImportService;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.ImportChange;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.roster.RoomResolver;
import org.seatside.service.timetable.TimetableService;

/// Imports against a real view, applied at once as a log of one would.
final class ImportTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private long index;
    private ImportService imports;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        StudentNumberFormat numbers = StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN);
        imports = new ImportService(
                home.stores().imports(),
                new Commands(new AtOnce(), CLOCK),
                numbers,
                new RoomResolver(
                        new PayloadReader(numbers),
                        new RoomCodeVerifier(new IssuerKeys(new InstitutionId(1, 2), Map.of())),
                        null,
                        home.stores().roster()),
                new Ids(CLOCK, new Random(1)),
                CLOCK,
                SEOUL,
                new TimetableService(
                        home.stores().timetable(),
                        home.stores().roster(),
                        new Commands(new AtOnce(), CLOCK),
                        CLOCK,
                        SEOUL),
                home.stores().timetable(),
                home.stores().roster());
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    private static List<ImportRow> rows() {
        return List.of(
                new EnrolmentRow(at(1), "CSE-01", "20260001", false),
                new StudentRow(at(1), "20260001", "홍길동", null),
                new StudentRow(at(2), "20260002", "김영희", true),
                new SectionRow(at(2), "CSE-01", "자료구조"),
                new RoomRow(at(3), "19C4", "공학관", "4", null));
    }

    private static Origin at(int line) {
        return new Origin("", line);
    }

    @Test
    void planSaysWhatApplyThenDoesAndASecondImportChangesNothing() {
        String before = home.stores().contentHash();
        ImportPlan plan = imports.plan(rows());

        assertEquals(
                Map.of(
                        "students", new Counts(2, 0, 0, 0),
                        "sections", new Counts(1, 0, 0, 0),
                        "rooms", new Counts(1, 0, 0, 0),
                        "enrolments", new Counts(1, 0, 0, 0)),
                plan.counts());
        assertEquals(List.of(), plan.refused());
        assertEquals(
                List.of(
                        "student-added 20260001 홍길동",
                        "student-added 20260002 김영희",
                        "section-added CSE-01 자료구조",
                        "room-added 19C4 공학관 4",
                        "enrolment-added CSE-01 20260001"),
                plan.changes().stream()
                        .map(line -> line.what() + " " + line.subject())
                        .toList());
        assertEquals(before, home.stores().contentHash(), "a plan changes nothing");
        assertEquals(plan, imports.plan(rows()), "and is the same the next time");

        assertEquals(plan, imports.apply(rows(), plan.digest(), "me", command(1)));

        assertEquals(
                Map.of(
                        "students", new Counts(0, 0, 0, 2),
                        "sections", new Counts(0, 0, 0, 1),
                        "rooms", new Counts(0, 0, 0, 1),
                        "enrolments", new Counts(0, 0, 0, 1)),
                imports.plan(rows()).counts());
        Student student = home.stores().roster().studentByNumber("20260001").orElseThrow();
        assertEquals("홍길동", student.name());
        assertEquals(
                1,
                home.stores()
                        .imports()
                        .roster(LocalDate.of(2026, 3, 2))
                        .enrolled()
                        .size());
    }

    @Test
    void changesAndWithdrawalsAreTold() {
        apply(rows());

        List<ImportRow> delta = List.of(
                new StudentRow(at(1), "20260002", "김영희", false),
                new SectionRow(at(2), "CSE-01", "알고리즘"),
                new EnrolmentRow(at(3), "CSE-01", "20260001", true),
                new EnrolmentRow(at(4), "CSE-01", "20260002", true));
        ImportPlan plan = imports.plan(delta);

        assertEquals(
                List.of(
                        new ImportPlan.Line("", 1, "student-deactivated", "20260002 김영희"),
                        new ImportPlan.Line("", 2, "section-changed", "CSE-01 알고리즘"),
                        new ImportPlan.Line("", 3, "enrolment-removed", "CSE-01 20260001")),
                plan.changes());
        apply(delta);
        assertEquals(List.of(), imports.plan(delta).changes());
    }

    @Test
    void oneWrongLineRefusesAllAndSaysWhichAndWhy() {
        List<ImportRow> wrong = new ArrayList<>(rows());
        wrong.add(new StudentRow(at(7), "12", "누구", null));
        wrong.add(new StudentRow(at(8), "20260009", null, null));
        wrong.add(new SectionRow(at(9), "NEW", null));
        wrong.add(new EnrolmentRow(at(10), "CSE-01", "20269999", false));
        wrong.add(new RoomRow(at(11), " ", null, null, null));
        wrong.add(new RoomRow(at(12), "a", null, null, "00112233445566778899aabbccddeeff"));
        String before = home.stores().contentHash();

        ImportPlan plan = imports.plan(wrong);

        assertEquals(
                List.of(
                        new ImportPlan.Line("", 7, "number-malformed", "12"),
                        new ImportPlan.Line("", 8, "name-needed", "20260009"),
                        new ImportPlan.Line("", 9, "title-needed", "NEW"),
                        new ImportPlan.Line("", 11, "name-needed", ""),
                        new ImportPlan.Line("", 12, "tag-unreadable", "a"),
                        new ImportPlan.Line("", 10, "student-unknown", "20269999")),
                plan.refused());
        RefusedException refused =
                assertThrows(RefusedException.class, () -> imports.apply(wrong, plan.digest(), "me", command(1)));
        assertEquals("lines-refused", refused.code());
        assertEquals(before, home.stores().contentHash());
    }

    @Test
    void whatChangedSinceThePlanIsNotOverwritten() {
        ImportPlan plan = imports.plan(rows());
        apply(List.of(new StudentRow(at(1), "20260001", "다른 이름", null)));

        RefusedException refused =
                assertThrows(RefusedException.class, () -> imports.apply(rows(), plan.digest(), "me", command(2)));

        assertEquals("plan-changed", refused.code());
    }

    /// F28: whichever change of an import cannot be made, nothing of it is there.
    @Test
    void importThatBreaksOffAnywhereLeavesNothing() {
        apply(rows());
        String before = home.stores().contentHash("command_result", "audit");
        for (int k = 0; k < 200; k++) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String number = i == k ? "20260001" : "%08d".formatted(30_000_000 + i);
                changes.add(new Change.SaveStudent(new Student(new StudentId(new UUID(k, i)), number, "n", true)));
            }
            ApplyResult result = view.apply(
                            new LogPosition(1, ++index),
                            List.of(new Command(command(1000 + k), NOW, "me", new ImportChange.All(changes, "d"))))
                    .getFirst();

            assertEquals(new ApplyResult.Conflict(ApplyResult.Kind.NUMBER_TAKEN), result);
            assertEquals(before, home.stores().contentHash("command_result", "audit"), "at change " + k);
        }
    }

    private void apply(List<ImportRow> rows) {
        imports.apply(rows, imports.plan(rows).digest(), "me", command(50 + index));
    }

    private static CommandId command(long number) {
        return new CommandId(new UUID(0x7000, number | Long.MIN_VALUE));
    }

    private final class AtOnce implements CommandLog {
        @Override
        public CompletableFuture<Applied> append(Command command) {
            ApplyResult result =
                    view.apply(new LogPosition(1, ++index), List.of(command)).getFirst();
            return CompletableFuture.completedFuture(new Applied(index, result));
        }

        @Override
        public Readiness readiness() {
            return new Readiness(true, "", 0);
        }

        @Override
        public void close() {}
    }
}
