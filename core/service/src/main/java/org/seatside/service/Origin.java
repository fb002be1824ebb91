package org.seatside.service;

import org.jspecify.annotations.Nullable;

/// Where a request came from, for back-off, the list of sessions and the audit trail.
///
/// @param address of the other end of the connection; null for what a node does by itself
/// @param program what the caller says it is, at most 100 characters; null where it does not say
public record Origin(@Nullable String address, @Nullable String program) {
    private static final int MAX_PROGRAM = 100;
    public static final Origin INSIDE = new Origin(null, null);

    public Origin {
        if (program != null) {
            String clean = program.strip().replaceAll("\\p{Cntrl}", " ");
            program = clean.length() > MAX_PROGRAM ? clean.substring(0, MAX_PROGRAM) : clean;
        }
    }
}
