package org.seatside.admin.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.entry.Deleting;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.imports.ImportViewModel;
import org.seatside.admin.launch.live.LiveCampus;
import org.seatside.admin.launch.live.LiveNode;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Term;
import org.seatside.model.roster.Window;

/// What is done about the timetable, on a real node.
class TimetableTest {
    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Seoul"));

    @TempDir
    static Path folder;

    private static LiveNode node;
    private FacultyViewModel faculty;
    private CatalogueViewModel names;

    @BeforeAll
    static void start() throws Exception {
        node = LiveNode.start(folder.resolve("node"));
        LiveCampus.enter(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @BeforeEach
    void names() {
        faculty = new FacultyViewModel(node.link(), true);
        names = new CatalogueViewModel(node.link(), faculty);
        names.loadNames();
    }

    @Test
    void aMeetingIsCalledOffWithAReasonAndHeldAfterAll() {
        MeetingsViewModel meetings = new MeetingsViewModel(node.link(), names, CLOCK);
        meetings.step(1);
        Meeting first = meetings.list().all().getFirst();

        EntryForm<?> off = meetings.callingOff(first, () -> {});
        typed(off, "meeting.cancel.reason").text().set("학회");
        off.submit();
        assertEquals("학회", again(meetings, first).cancelled());

        meetings.holding(again(meetings, first), () -> {}).submit();
        assertEquals(null, again(meetings, first).cancelled());
    }

    @Test
    void aMeetingMovesToAnotherRoomAndTime() {
        MeetingsViewModel meetings = new MeetingsViewModel(node.link(), names, CLOCK);
        meetings.step(1);
        Meeting last = meetings.list().all().getLast();

        EntryForm<?> form = meetings.changing(last, () -> {});
        pick(form, "meeting.room", names.rooms().getFirst());
        typed(form, "meeting.start").text().set("16:10");
        form.submit();

        Meeting moved = again(meetings, last);
        assertEquals(names.rooms().getFirst().id(), moved.room());
        assertEquals("16:10", meetings.startOf(moved).toString());
    }

    @Test
    void aWeeklyClassIsAddedAndOneDayOfItIsNotAsUsual() {
        PatternsViewModel patterns = new PatternsViewModel(node.link(), names);
        EntryForm<?> form = patterns.form(null, () -> {});
        pick(form, "meeting.section", names.sections().all().getFirst());
        pick(form, "meeting.room", names.rooms().getFirst());
        pick(form, "pattern.weekday", DayOfWeek.TUESDAY);
        typed(form, "meeting.start").text().set("18:00");
        form.submit();
        MeetingPattern made = patterns.list().all().stream()
                .filter(it -> it.startsAt().getHour() == 18)
                .findFirst()
                .orElseThrow();
        LocalDate tuesday = firstTuesday(made.from());

        EntryForm<?> wrong = patterns.exception(made, () -> {});
        typed(wrong, "exception.day").text().set(tuesday.plusDays(1).toString());
        wrong.submit();
        assertEquals(
                Notice.failed("exception.day.wrong"),
                typed(wrong, "exception.day").error().get());
        typed(wrong, "exception.day").text().set(tuesday.toString());
        ((Switched) input(wrong, "exception.off")).on().set(true);
        wrong.submit();

        MeetingPattern now = patterns.list().all().stream()
                .filter(it -> it.id().equals(made.id()))
                .findFirst()
                .orElseThrow();
        assertEquals(
                List.of(tuesday), now.exceptions().stream().map(it -> it.day()).toList());
        patterns.without(now, now.exceptions().getFirst(), () -> {}).submit();
        Deleting<MeetingPattern> deleting =
                Objects.requireNonNull(patterns.list().deleting());
        deleting.ask(patterns.list().all().stream()
                .filter(it -> it.id().equals(made.id()))
                .findFirst()
                .orElseThrow());
        deleting.delete();
        assertTrue(patterns.list().all().stream().noneMatch(it -> it.id().equals(made.id())));
    }

    @Test
    void whatIsReferredToIsNotDeletedAndSaysByWhat() {
        Deleting<Term> deleting = Objects.requireNonNull(names.terms().deleting());
        deleting.ask(names.terms().all().getFirst());

        assertEquals(
                Map.of(Topic.SECTIONS, 2L),
                Objects.requireNonNull(deleting.asked().get()).dependents());
        deleting.delete();
        assertEquals(1, names.terms().all().size());
    }

    @Test
    void whoTeachesAndWhoIsInAClassIsKeptWithTheSection() throws Exception {
        EntryForm<?> department = faculty.department(null, () -> {});
        typed(department, "department.code").text().set("CSE");
        typed(department, "department.name").text().set("컴퓨터공학부");
        department.submit();
        EntryForm<?> lecturer = faculty.lecturer(null, () -> {});
        typed(lecturer, "lecturer.name").text().set("정교수");
        pick(lecturer, "lecturer.department", faculty.departments().all().getFirst());
        lecturer.submit();
        ClassRosterViewModel roster = new ClassRosterViewModel(
                node.link(),
                names.sections().all().stream()
                        .filter(it -> it.code().equals("EE310-1"))
                        .findFirst()
                        .orElseThrow()
                        .id(),
                faculty.lecturers().all(),
                CLOCK);
        roster.load();

        EntryForm<?> teacher = roster.teacher();
        pick(teacher, "roster.lecturer", faculty.lecturers().all().getFirst());
        teacher.submit();
        roster.query().set("ㅎㄱㄷ");
        roster.enrol(roster.finds().getFirst());

        assertEquals(
                List.of("정교수"), roster.teaching().stream().map(it -> it.name()).toList());
        assertEquals(
                List.of("홍길동"),
                roster.rows().rows().stream().map(it -> it.student().name()).toList());
        roster.release(roster.teaching().getFirst());
        roster.leaving(List.copyOf(roster.rows().rows()), () -> {}).submit();
        assertEquals(List.of(), List.copyOf(roster.teaching()));
        assertEquals(
                LocalDate.now(CLOCK), roster.rows().rows().getFirst().enrolled().until());
    }

    @Test
    void aMarkOfTheCampusIsWorthWhatItSays() {
        MarksViewModel marks = new MarksViewModel(node.link());
        EntryForm<StatusMark> form = marks.form(null, () -> {});
        typed(form, "mark.code").text().set("military leave");
        typed(form, "mark.name").text().set("예비군");
        pick(form, "mark.kind", AttendanceStatus.EXCUSED);
        form.submit();
        assertEquals(
                Notice.failed("mark.code.malformed"),
                typed(form, "mark.code").error().get());

        typed(form, "mark.code").text().set("reserve");
        ((Switched) input(form, "mark.counted")).on().set(false);
        form.submit();

        assertTrue(marks.list()
                .all()
                .contains(new StatusMark("RESERVE", "예비군", null, AttendanceStatus.EXCUSED, 100, false)));
    }

    @Test
    void aTermThatEndsBeforeItBeginsIsNotSent() {
        EntryForm<?> form = names.term(null, () -> {});
        typed(form, "term.code").text().set("2027-1");
        typed(form, "term.name").text().set("2027학년도 1학기");
        typed(form, "term.from").text().set("2027-06-20");
        typed(form, "term.until").text().set("2027-03-02");

        form.submit();

        assertEquals(
                Notice.failed("catalogue.days.reversed"),
                typed(form, "term.until").error().get());
    }

    @Test
    void aHolidayThatMovesLeavesNoneBehind() {
        EntryForm<Holiday> form = names.holiday(null, () -> {});
        typed(form, "holiday.day").text().set("2026-12-25");
        typed(form, "holiday.name").text().set("성탄절");
        form.submit();
        EntryForm<Holiday> moved = names.holiday(names.holidays().all().getFirst(), () -> {});
        typed(moved, "holiday.day").text().set("2026-12-26");
        moved.submit();

        names.holidays().load();
        assertEquals(
                List.of(new Holiday(LocalDate.of(2026, 12, 26), "성탄절", null)),
                List.copyOf(names.holidays().all()));
    }

    @Test
    void theRuleOfTheCampusIsThereBeforeAnybodyMadeOne() {
        RulesViewModel rules = new RulesViewModel(node.link(), names);
        rules.list().load();
        EntryForm<AttendanceRule> form = rules.form(rules.list().all().getFirst(), () -> {});
        ((Switched) input(form, "rule.window")).on().set(true);
        typed(form, "window.late").text().set("15");
        typed(form, "rule.below").text().set("75");
        form.submit();

        assertEquals(
                new AttendanceRule(null, null, new Window(10, 15, 60), null, 75),
                rules.list().all().getFirst());
    }

    @Test
    void anImportChangesNothingBeforeItIsAppliedAndAllOfItThen() throws Exception {
        Path file = folder.resolve("명단.csv");
        java.nio.file.Files.writeString(file, "학번,이름\n20230001,홍길동\n20239999,새학생\n");
        ImportViewModel imports = new ImportViewModel(node.link());

        imports.begin(file);
        assertEquals(
                1, ImportViewModel.changes(Objects.requireNonNull(imports.plan().get())));
        assertEquals(0, node.client().students("20239999", 10, null).items().size());
        imports.apply();

        assertEquals(Notice.done("import.applied", 1), imports.notice().get());
        assertEquals(1, node.client().students("20239999", 10, null).items().size());
    }

    @Test
    void aFileWithWrongLinesCannotBeApplied() throws Exception {
        Path file = folder.resolve("wrong.csv");
        java.nio.file.Files.writeString(file, "학번,이름\n2023,홍길동\n");
        ImportViewModel imports = new ImportViewModel(node.link());

        imports.begin(file);
        imports.apply();

        assertEquals(ImportViewModel.Step.LOOKING, imports.step().get());
        assertEquals(
                "number-malformed",
                Objects.requireNonNull(imports.plan().get())
                        .refused()
                        .getFirst()
                        .what());
        imports.drop();
        assertEquals(ImportViewModel.Step.CHOOSING, imports.step().get());
    }

    private static LocalDate firstTuesday(LocalDate from) {
        return from.with(java.time.temporal.TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));
    }

    private static Meeting again(MeetingsViewModel meetings, Meeting meeting) {
        return meetings.list().all().stream()
                .filter(it -> it.id().equals(meeting.id()))
                .findFirst()
                .orElseThrow();
    }

    private static Input input(EntryForm<?> form, String label) {
        return form.inputs().stream()
                .filter(it -> it.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Typed<?> typed(EntryForm<?> form, String label) {
        return (Typed<?>) input(form, label);
    }

    @SuppressWarnings("unchecked")
    private static <T> void pick(EntryForm<?> form, String label, T option) {
        ((Picked<T>) input(form, label)).value().set(option);
    }
}
