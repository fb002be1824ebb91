package org.seatside.service.log;

import java.time.Instant;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;

/// How changes to the timetable and the rosters change the state.
final class TimetableRules {
    private TimetableRules() {}

    static ApplyResult apply(Command command, TimetableChange change, StateTransaction state) {
        TimetableState timetable = state.timetable();
        return switch (change) {
            case TimetableChange.SaveTerm save -> codeTakenUnless(timetable.saveTerm(save.term()));
            case TimetableChange.SaveDepartment save -> codeTakenUnless(timetable.saveDepartment(save.department()));
            case TimetableChange.SaveCourse save -> saveCourse(save.course(), timetable);
            case TimetableChange.SaveLecturer save -> saveLecturer(save.lecturer(), timetable);
            case TimetableChange.AssignLecturers assign -> {
                if (!state.exists(assign.section())
                        || !assign.lecturers().stream().allMatch(timetable::exists)) {
                    yield unknown();
                }
                timetable.assign(assign.section(), assign.lecturers());
                yield done();
            }
            case TimetableChange.EnrolFor enrol -> enrol(enrol, state);
            case TimetableChange.Withdraw withdraw -> {
                withdraw.students()
                        .forEach(student -> timetable.withdraw(withdraw.section(), student, withdraw.lastDay()));
                yield done();
            }
            case TimetableChange.SavePattern save -> savePattern(save, command.at(), state);
            case TimetableChange.DeletePattern delete -> {
                timetable.dropMeetings(delete.pattern(), command.at());
                timetable.deletePattern(delete.pattern());
                yield done();
            }
            case TimetableChange.SaveHoliday save -> {
                timetable.saveHoliday(save.holiday());
                yield done();
            }
            case TimetableChange.DeleteHoliday delete -> {
                timetable.deleteHoliday(delete.day());
                yield done();
            }
            case TimetableChange.SaveRule save -> saveRule(save.rule(), command.at(), state);
        };
    }

    private static ApplyResult saveCourse(Course course, TimetableState timetable) {
        return course.department() != null && !timetable.exists(course.department())
                ? unknown()
                : codeTakenUnless(timetable.saveCourse(course));
    }

    private static ApplyResult saveLecturer(Lecturer lecturer, TimetableState timetable) {
        if (lecturer.department() != null && !timetable.exists(lecturer.department())) {
            return unknown();
        }
        return timetable.saveLecturer(lecturer) ? done() : new ApplyResult.Conflict(ApplyResult.Kind.NUMBER_TAKEN);
    }

    private static ApplyResult enrol(TimetableChange.EnrolFor enrol, StateTransaction state) {
        boolean known = enrol.stretches().stream()
                .allMatch(stretch -> state.exists(stretch.section()) && state.exists(stretch.student()));
        if (!known) {
            return unknown();
        }
        enrol.stretches().forEach(state.timetable()::enrol);
        return done();
    }

    private static ApplyResult savePattern(TimetableChange.SavePattern save, Instant now, StateTransaction state) {
        TimetableState timetable = state.timetable();
        if (!state.exists(save.pattern().section())
                || !state.exists(save.pattern().room())
                || !save.meetings().stream().allMatch(meeting -> state.exists(meeting.room()))) {
            return unknown();
        }
        if (timetable.patternRevision(save.pattern().id()) != save.pattern().revision() - 1) {
            return new ApplyResult.Conflict(ApplyResult.Kind.STALE_REVISION);
        }
        timetable.savePattern(save.pattern());
        timetable.dropMeetings(save.pattern().id(), now);
        save.meetings().stream()
                .filter(meeting -> mayChange(meeting, save.pattern().revision(), now, timetable))
                .forEach(state::saveMeeting);
        return done();
    }

    /// What was held stays as it was; a new pattern may begin in the past and has its meetings from there on.
    private static boolean mayChange(Meeting meeting, int revision, Instant now, TimetableState timetable) {
        return revision == 1 || (meeting.startsAt().isAfter(now) && !timetable.tookAttendance(meeting));
    }

    private static ApplyResult saveRule(AttendanceRule rule, Instant now, StateTransaction state) {
        TimetableState timetable = state.timetable();
        if ((rule.section() != null && !state.exists(rule.section()))
                || (rule.course() != null && !timetable.exists(rule.course()))) {
            return unknown();
        }
        timetable.saveRule(rule);
        timetable.rewindow(rule, now);
        return done();
    }

    private static ApplyResult codeTakenUnless(boolean saved) {
        return saved ? done() : new ApplyResult.Conflict(ApplyResult.Kind.CODE_TAKEN);
    }

    private static ApplyResult unknown() {
        return new ApplyResult.Conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
    }

    private static ApplyResult done() {
        return new ApplyResult.Done();
    }
}
