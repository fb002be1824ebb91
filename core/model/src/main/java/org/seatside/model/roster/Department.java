package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.DepartmentId;

/// Who offers courses.
///
/// @param code unique
/// @param name never blank
/// @param nameEn in English; null where nobody gave one
public record Department(
        DepartmentId id, String code, String name, @Nullable String nameEn) {
    public Department {
        if (code.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("A department needs a code and a name");
        }
    }
}
