package org.seatside.admin.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.testing.Semester;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.UndoViewModel;
import org.seatside.client.NodeClient;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.Correction;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.Revision;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.roster.Meeting;
import org.seatside.sample.SampleTerm;

/// The sheet on a real node.
class SheetViewModelTest {
    @TempDir
    static Path folder;

    private static Semester semester;
    private static NodeClient node;

    private final UndoViewModel undo = new UndoViewModel();
    private SheetViewModel sheet;

    @BeforeAll
    static void aClassHasMetForSomeWeeks() throws Exception {
        semester = Semester.start(folder.resolve("node"));
        node = semester.administrator();
    }

    @AfterAll
    static void theyGoHome() {
        semester.close();
    }

    @BeforeEach
    void choose() {
        sheet = new SheetViewModel(new NodeLink(node, new SynchronousTasks()), undo, InstantSource.system());
        sheet.loadSections();
        sheet.section().set(sheet.sections().getFirst());
    }

    @Test
    void whatIsTypedIsSavedWithOneReasonAndTakenBackAsOne() throws Exception {
        CellKey recorded = key(0, 0);
        CellKey nothing = key(9, 0);
        AttendanceStatus before = sheet.cell(recorded).orElseThrow().status();

        sheet.mark(List.of(recorded, nothing), mark("EXCUSED"));
        sheet.save();
        assertEquals(Notice.news("sheet.save.ask", 2), asked());
        sheet.reason().reason().set("military service");
        sheet.reason().answer();

        assertEquals(Set.of(), sheet.edits().keySet());
        assertEquals(
                AttendanceStatus.EXCUSED, sheet.cell(recorded).orElseThrow().status());
        assertEquals(AttendanceStatus.EXCUSED, sheet.cell(nothing).orElseThrow().status());
        AttendanceDetail detail =
                node.records().detail(sheet.cell(recorded).orElseThrow().attendance());
        Revision last = detail.revisions().getLast();
        assertEquals("military service", last.reason());
        undo.undo();
        assertEquals(Notice.done("sheet.tookBack"), sheet.notice().get());
        sheet.load();
        assertEquals(before, sheet.cell(recorded).orElseThrow().status());
        assertTrue(sheet.cell(nothing)
                .map(cell -> cell.status() == AttendanceStatus.VOID)
                .orElse(true));
    }

    @Test
    void whatWasTypedIsTakenBackStepByStep() {
        sheet.mark(List.of(key(2, 1)), mark("ABSENT"));
        sheet.mark(List.of(key(2, 1), key(4, 1)), mark("LATE"));

        sheet.undoEdit();

        assertEquals(Set.of(key(2, 1)), sheet.edits().keySet());
        assertEquals("ABSENT", edit(key(2, 1)).mark().code());
        sheet.undoEdit();
        assertTrue(sheet.edits().isEmpty());
    }

    @Test
    void whoeverHasNothingOnRecordIsMarkedAbsentAtOnce() {
        Meeting unrecorded = semester.meetings().get(SampleTerm.WEEKS - 1);

        sheet.markMissing(unrecorded);

        assertEquals(semester.students().size(), sheet.edits().size());
    }

    @Test
    void whereSomebodyElseWasFirstBothAreShownAndThePersonDecides() throws Exception {
        CellKey key = key(3, 2);
        sheet.mark(List.of(key), mark("ABSENT"));
        ClassSheet.Cell seen = sheet.cell(key).orElseThrow();
        node.correct(
                node.records().detail(seen.attendance()).attendance(),
                new Correction(AttendanceStatus.EXCUSED, "letter of the hospital"),
                node.newCommand());

        sheet.save();
        sheet.reason().reason().set("was not there");
        sheet.reason().answer();

        assertEquals(1, sheet.conflicts().size());
        Conflict conflict = sheet.conflicts().getFirst();
        assertEquals("ABSENT", conflict.mine().mark().code());
        assertEquals(
                AttendanceStatus.EXCUSED,
                conflict.now() == null ? null : conflict.now().status());
        assertEquals(AttendanceStatus.EXCUSED, sheet.cell(key).orElseThrow().status());
        sheet.takeMine(conflict);
        sheet.save();
        sheet.reason().reason().set("the letter was for another day");
        sheet.reason().answer();
        assertEquals(AttendanceStatus.ABSENT, sheet.cell(key).orElseThrow().status());
        assertNull(sheet.notice().get());
    }

    private Notice asked() {
        assertNotNull(sheet.reason().question().get());
        return sheet.reason().question().get().what();
    }

    private Edit edit(CellKey key) {
        Edit edit = sheet.edits().get(key);
        assertNotNull(edit);
        return edit;
    }

    private StatusMark mark(String code) {
        return sheet.marks().stream()
                .filter(mark -> mark.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static CellKey key(int student, int meeting) {
        return new CellKey(
                semester.students().get(student).id(),
                semester.meetings().get(meeting).id());
    }
}
