package org.seatside.model.roster;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
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
/// @param pin which check-ins need a PIN; null as above, at the top [PinRule#NEVER]
public record AttendanceRule(
        @Nullable CourseId course,
        @Nullable SectionId section,
        @Nullable Window window,
        @Nullable Boolean marksAbsent,
        @Nullable Integer noticeBelowPercent,
        @Nullable PinRule pin) {
    private static final int ALL = 100;

    @JsonCreator
    public AttendanceRule {
        if (course != null && section != null) {
            throw new IllegalArgumentException("A rule is of the campus, of a course or of a section");
        }
        if (noticeBelowPercent != null && (noticeBelowPercent < 0 || noticeBelowPercent > ALL)) {
            throw new IllegalArgumentException("A share is 0 to 100 per cent");
        }
    }

    /// One that says nothing of PINs.
    public AttendanceRule(
            @Nullable CourseId course,
            @Nullable SectionId section,
            @Nullable Window window,
            @Nullable Boolean marksAbsent,
            @Nullable Integer noticeBelowPercent) {
        this(course, section, window, marksAbsent, noticeBelowPercent, null);
    }

    /// Whether it says anything at all.
    @JsonIgnore
    public boolean isEmpty() {
        return window == null && marksAbsent == null && noticeBelowPercent == null && pin == null;
    }
}
