package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import org.jspecify.annotations.Nullable;
import org.seatside.model.audit.AuditCheckpoint;

/// What goes into the audit trail without changing anything else, and what keeps the trail. The names are in the
/// log for ever, as those of [Change].
@JsonSubTypes({
    @JsonSubTypes.Type(value = AuditChange.Note.class, name = "audit-note"),
    @JsonSubTypes.Type(value = AuditChange.Seal.class, name = "audit-seal"),
    @JsonSubTypes.Type(value = AuditChange.LetGo.class, name = "audit-let-go")
})
public sealed interface AuditChange extends Change {
    /// Somebody looked at something, or took it out.
    ///
    /// @param action constant in kebab case, such as `view-adjustments`
    /// @param subject id of the record; null where there is no one record
    /// @param detail the reason given, or what was taken; null for nothing
    record Note(
            String action,
            @Nullable String subject,
            @Nullable String detail) implements AuditChange {}

    /// Keeps a checkpoint. Conflict STALE_REVISION where the entry has another hash.
    record Seal(AuditCheckpoint checkpoint) implements AuditChange {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Lets entries go whose time is over. Conflict STALE_REVISION where there is no checkpoint at `through`,
    /// from which the rest could go on.
    ///
    /// @param through number of the last one to go
    record LetGo(long through) implements AuditChange {}
}
