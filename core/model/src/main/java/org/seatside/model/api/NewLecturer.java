package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.DepartmentId;

/// A lecturer to add.
public record NewLecturer(
        @Nullable String number,
        String name,
        @Nullable String nameEn,
        @Nullable DepartmentId department,
        @Nullable AccountId account) {}
