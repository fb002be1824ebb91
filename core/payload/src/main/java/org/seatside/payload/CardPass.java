package org.seatside.payload;

import java.time.LocalDate;

/// DP1 type 1: printed on a card, can be copied, ends with a day.
///
/// @param expires the last day it is good for, in the zone of the campus
public record CardPass(int kid, PassHandle handle, int generation, LocalDate expires) implements Pass {}
