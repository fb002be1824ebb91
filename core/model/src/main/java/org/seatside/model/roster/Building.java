package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.BuildingId;

/// A building of the campus.
///
/// @param name never blank, unique
/// @param nameEn in English; null where nobody gave one
public record Building(BuildingId id, String name, @Nullable String nameEn) {
    public Building {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A building needs a name");
        }
    }
}
