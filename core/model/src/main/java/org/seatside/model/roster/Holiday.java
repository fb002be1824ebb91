package org.seatside.model.roster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A day on which no weekly class meets. A meeting added by hand for that day is held all the same.
///
/// @param name never blank
/// @param nameEn in English; null where nobody gave one
public record Holiday(LocalDate day, String name, @Nullable String nameEn) {
    public Holiday {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A holiday needs a name");
        }
    }
}
