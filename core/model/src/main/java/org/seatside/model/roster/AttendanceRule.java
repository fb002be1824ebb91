package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.SectionId;

/// How attendance is taken: of the whole campus, of a course, or of a section, which all say only what differs
/// from the one above.
///
/// @param course whose rule it is; null for the campus or a section
/// @param section whose rule it is; null for the campus or a course
/// @param window null for that of the rule above
/// @param marksAbsent whether who did not come is marked absent after a meeting; null as above, at the top true
/// @param noticeBelowPercent below which share of attended meetings staff are told, 1 to 100; 0 never; null as
///     above, at the top never
public record AttendanceRule(
        @Nullable CourseId course,
        @Nullable SectionId section,
        @Nullable Window window,
        @Nullable Boolean marksAbsent,
        @Nullable Integer noticeBelowPercent) {
    private static final int ALL = 100;

    public AttendanceRule {
        if (course != null && section != null) {
            throw new IllegalArgumentException("A rule is of the campus, of a course or of a section");
        }
        if (noticeBelowPercent != null && (noticeBelowPercent < 0 || noticeBelowPercent > ALL)) {
            throw new IllegalArgumentException("A share is 0 to 100 per cent");
        }
    }
}
