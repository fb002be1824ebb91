package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// A building to add, at the end of the list.
public record NewBuilding(String name, @Nullable String nameEn) {}
