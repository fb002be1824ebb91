package org.seatside.model.attendance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A status as a campus names and values it. There may be several of a kind, such as two reasons of absence.
///
/// @param code 1 to 20 of `A-Z`, `0-9`, `_`; one that is the name of a kind replaces what that kind is worth
/// @param name never blank
/// @param nameEn in English; null where nobody gave one
/// @param points what it is worth, in per cent of a meeting attended, 0 to 100
/// @param counted whether the meeting counts for the student at all
public record StatusMark(
        String code, String name, @Nullable String nameEn, AttendanceStatus kind, int points, boolean counted) {
    /// What the kinds are worth where nobody said otherwise.
    public static final List<StatusMark> DEFAULTS = List.of(
            new StatusMark("PRESENT", "출석", "Present", AttendanceStatus.PRESENT, 100, true),
            new StatusMark("LATE", "지각", "Late", AttendanceStatus.LATE, 50, true),
            new StatusMark("EXCUSED", "공결", "Excused", AttendanceStatus.EXCUSED, 0, false),
            new StatusMark("ABSENT", "결석", "Absent", AttendanceStatus.ABSENT, 0, true));

    private static final int ALL = 100;

    public StatusMark {
        if (!code.matches("[A-Z0-9_]{1,20}") || name.isBlank()) {
            throw new IllegalArgumentException("A mark has a code of 1 to 20 A-Z, 0-9 or _, and a name");
        }
        if (points < 0 || points > ALL || kind == AttendanceStatus.VOID) {
            throw new IllegalArgumentException("A mark is worth 0 to 100 per cent of a meeting, and is something");
        }
    }
}
