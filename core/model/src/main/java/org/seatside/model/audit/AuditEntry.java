package org.seatside.model.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit trail: a write, a look at what was agreed with a student, or an export. Names people by
/// their ids alone.
///
/// @param number from 1, without gaps
/// @param logIndex where the command stands in the log
/// @param command its id
/// @param actor an account id, a kiosk id, or `node`
/// @param from address it came from; null for what a node does by itself
/// @param action constant in kebab case, such as `correct-attendance`
/// @param subject id of the record it was about; null where there is no one record
/// @param detail what else matters, such as the reason given; null for nothing
/// @param outcome `done`, or why not: `conflict-stale-revision`
/// @param hash SHA-256 over the hash before and all of the above, 64 lower-case hexadecimal digits
public record AuditEntry(
        long number,
        long logIndex,
        UUID command,
        Instant at,
        String actor,
        @Nullable String from,
        String action,
        @Nullable String subject,
        @Nullable String detail,
        String outcome,
        String hash) {}
