package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;

/// What is taught, term after term, in one section or several.
///
/// @param code unique
/// @param title never blank
/// @param titleEn in English; null where nobody gave one
/// @param department who offers it; null where nobody said
public record Course(
        CourseId id,
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable DepartmentId department) {
    public Course {
        if (code.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("A course needs a code and a title");
        }
    }
}
