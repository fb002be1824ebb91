package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// A department to add.
public record NewDepartment(
        String code, String name, @Nullable String nameEn) {}
