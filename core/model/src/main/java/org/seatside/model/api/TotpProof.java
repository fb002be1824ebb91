package org.seatside.model.api;

import org.seatside.model.id.CommandId;

/// Proves that an authenticator has the secret.
///
/// @param enrolment the command id under which the secret was asked for
/// @param code the six digits it shows now
public record TotpProof(CommandId enrolment, String code) {}
