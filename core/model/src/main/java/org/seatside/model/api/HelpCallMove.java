package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.assist.HelpCallState;

/// How far a call for help has come.
public record HelpCallMove(@Nullable HelpCallState state) {}
