package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.id.CommandId;

/// The audit trail, as [NodeClient#audit] gives it: for auditors. Thread-safe.
public final class AuditCalls {
    private static final Duration EXPORT_BEGINS = Duration.ofSeconds(60);

    private final NodeClient node;

    AuditCalls(NodeClient node) {
        this.node = node;
    }

    /// Newest first.
    ///
    /// @param subject id of what entries are about; null for all
    /// @param actor id of who did it; null for all
    /// @param after [Page#next] of the page before; null for the newest
    public Page<AuditEntry> entries(@Nullable String subject, @Nullable String actor, int limit, @Nullable String after)
            throws NodeException {
        Map<String, Object> parameters = new LinkedHashMap<>();
        NodeClient.put(parameters, "subject", subject);
        NodeClient.put(parameters, "actor", actor);
        parameters.put("limit", limit);
        NodeClient.put(parameters, "after", after);
        return node.read(Call.get(Call.query(Paths.AUDIT, parameters)), new TypeReference<>() {});
    }

    /// Writes the whole trail with its checkpoints, one line each, as it comes; memory does not depend on how much it
    /// is. That it was taken goes into the trail. Blocks until all is written; the stream stays open.
    ///
    /// @throws NodeException of kind UNREACHABLE also where it broke off: what was written is not all
    public void export(OutputStream out, CommandId id) throws NodeException, IOException {
        node.copy(
                Call.change("POST", Paths.AUDIT + "/export", null, id).within(EXPORT_BEGINS),
                "application/x-ndjson",
                out);
    }
}
