package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.TermId;

/// One taught group of a course: what students enrol in and what meets.
///
/// @param code unique in its term, and among those without one
/// @param titleEn in English; null where nobody gave one
/// @param course what it is a group of; null where courses are not kept
/// @param term when it is taught; null where terms are not kept
public record Section(
        SectionId id,
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable CourseId course,
        @Nullable TermId term) {
    /// One outside courses and terms.
    public Section(SectionId id, String code, String title) {
        this(id, code, title, null, null, null);
    }
}
