package org.seatside.service.log;

import java.util.EnumSet;
import java.util.Set;
import org.seatside.model.api.Topic;

/// What kinds of entries a change is about: who shows them reads them again.
public final class Topics {
    private Topics() {}

    /// Empty for what no list shows, and for check-ins, which screens hear of one by one.
    public static Set<Topic> of(Change change) {
        return switch (change) {
            case Change.CorrectAttendance _, RecordChange.Enter _, RecordChange.CorrectAll _ ->
                Set.of(Topic.ATTENDANCE);
            case RecordChange.Undo _, RecordChange.UndoBatch _, RecordChange.CloseMeeting _ -> Set.of(Topic.ATTENDANCE);
            case RecordChange.NoticeLow _, RecordChange.MoveLow _ -> Set.of(Topic.ATTENDANCE);
            case RecordChange.SaveMark _, RecordChange.DeleteMark _ -> Set.of(Topic.STATUSES);
            case Change.SaveStudent _ -> Set.of(Topic.STUDENTS);
            case Change.IssuePass _, Change.RevokePass _ -> Set.of(Topic.PASSES);
            case Change.SaveRoom _ -> Set.of(Topic.ROOMS);
            case Change.SaveSection _ -> Set.of(Topic.SECTIONS);
            case Change.Enrol _, TimetableChange.EnrolFor _, TimetableChange.Withdraw _ -> Set.of(Topic.ENROLMENTS);
            case Change.SaveMeeting _ -> Set.of(Topic.MEETINGS);
            case Change.InviteKiosk _, Change.PairKiosk _, Change.PlaceKiosk _, Change.RevokeKiosk _ ->
                Set.of(Topic.KIOSKS);
            case PlaceChange.SeatKiosk _, PlaceChange.RenameKiosk _ -> Set.of(Topic.KIOSKS);
            case PlaceChange.SaveBuilding _ -> EnumSet.of(Topic.BUILDINGS, Topic.ROOMS);
            case PlaceChange.SaveSeat _ -> Set.of(Topic.SEATS);
            case PlaceChange.Reorder order -> Set.of(order.topic());
            case PlaceChange.Delete delete -> Set.of(delete.topic());
            case TimetableChange.SaveTerm _ -> Set.of(Topic.TERMS);
            case TimetableChange.SaveDepartment _ -> Set.of(Topic.DEPARTMENTS);
            case TimetableChange.SaveCourse _ -> Set.of(Topic.COURSES);
            case TimetableChange.SaveLecturer _ -> Set.of(Topic.LECTURERS);
            case TimetableChange.AssignLecturers _ -> Set.of(Topic.SECTIONS);
            case TimetableChange.SavePattern _, TimetableChange.DeletePattern _ ->
                EnumSet.of(Topic.PATTERNS, Topic.MEETINGS);
            case TimetableChange.SaveHoliday _, TimetableChange.DeleteHoliday _ ->
                EnumSet.of(Topic.HOLIDAYS, Topic.MEETINGS);
            case TimetableChange.SaveRule _ -> EnumSet.of(Topic.RULES, Topic.MEETINGS);
            default -> Set.of();
        };
    }
}
