package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.DepartmentId;

/// A course to add.
public record NewCourse(
        String code,
        String title,
        @Nullable String titleEn,
        @Nullable DepartmentId department) {}
