package org.seatside.model.audit;

import java.time.Instant;

/// The node's word for all entries up to one. Who keeps it elsewhere sees by it that a trail was cut or written
/// anew.
///
/// @param number of the last entry it stands for
/// @param hash that entry's
/// @param at when it was signed
/// @param key number of the key that signed it
/// @param signature Ed25519, Base64, over what `TrailCheck` says
public record AuditCheckpoint(long number, String hash, Instant at, int key, String signature) {}
