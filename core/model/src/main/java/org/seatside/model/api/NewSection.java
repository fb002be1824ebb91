package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.TermId;

/// A section to add, as [org.seatside.model.roster.Section] describes it.
public record NewSection(
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable CourseId course,
        @Nullable TermId term) {
    public NewSection(String code, String title) {
        this(code, title, null, null, null);
    }
}
