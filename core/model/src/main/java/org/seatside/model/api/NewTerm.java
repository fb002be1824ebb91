package org.seatside.model.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A term to add.
public record NewTerm(String code, String name, @Nullable String nameEn, LocalDate from, LocalDate until) {}
