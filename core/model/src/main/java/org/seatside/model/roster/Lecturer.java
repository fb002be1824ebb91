package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;

/// Who teaches sections.
///
/// @param number the institution's own, unique where there is one
/// @param name never blank
/// @param nameEn in English; null where nobody gave one
/// @param account with which the lecturer signs in; null for one who does not
public record Lecturer(
        LecturerId id,
        @Nullable String number,
        String name,
        @Nullable String nameEn,
        @Nullable DepartmentId department,
        @Nullable AccountId account) {
    public Lecturer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A lecturer needs a name");
        }
    }
}
