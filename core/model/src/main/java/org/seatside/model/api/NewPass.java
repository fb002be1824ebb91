package org.seatside.model.api;

import java.time.LocalDate;

/// A pass to issue; passes of the student issued before stay valid until revoked.
public record NewPass(LocalDate expires) {}
