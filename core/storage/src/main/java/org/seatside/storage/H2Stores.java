package org.seatside.storage;

import java.util.Set;
import org.seatside.service.adjustments.AdjustmentStore;
import org.seatside.service.assist.AssistStore;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.attendance.RecordStore;
import org.seatside.service.audit.AuditStore;
import org.seatside.service.export.ExportStore;
import org.seatside.service.gateway.UpstreamStore;
import org.seatside.service.hook.HookStore;
import org.seatside.service.imports.ImportStore;
import org.seatside.service.own.OwnStore;
import org.seatside.service.places.PlaceStore;
import org.seatside.service.retention.RetentionStore;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.search.SearchStore;
import org.seatside.service.staff.StaffStore;
import org.seatside.service.timetable.TimetableStore;

/// The reads of a node's view. They stay valid while the view behind them is closed and replaced; a read that
/// finds none throws [org.seatside.service.log.ViewUnavailableException]. Thread-safe.
public final class H2Stores {
    private final Reads reads;

    H2Stores(Reads reads) {
        this.reads = reads;
    }

    public RosterStore roster() {
        return new H2RosterStore(reads);
    }

    public PlaceStore places() {
        return new H2PlaceStore(reads);
    }

    public TimetableStore timetable() {
        return new H2TimetableStore(reads);
    }

    public AttendanceStore attendance() {
        return new H2AttendanceStore(reads);
    }

    public RecordStore records() {
        return new H2RecordStore(reads);
    }

    public StaffStore staff() {
        return new H2StaffStore(reads);
    }

    public AdjustmentStore adjustments() {
        return new H2AdjustmentStore(reads);
    }

    public OwnStore own() {
        return new H2OwnStore(reads);
    }

    public RetentionStore retention() {
        return forget -> reads.read(view -> H2Retention.any(view, forget));
    }

    public AuditStore audit() {
        return new H2AuditStore(reads);
    }

    public AssistStore assist() {
        return new H2AssistStore(reads);
    }

    public SearchStore search() {
        return new H2SearchStore(reads);
    }

    public HookStore hooks() {
        return new H2HookStore(reads);
    }

    public UpstreamStore upstream() {
        return new H2UpstreamStore(reads);
    }

    public ImportStore imports() {
        return new H2ImportStore(reads);
    }

    public ExportStore exports() {
        return new H2ExportStore(reads);
    }

    /// SHA-256 over every row of every table in a fixed order, hexadecimal; the place in the log is not part of
    /// it. Two nodes that applied the same commands answer the same. Reads one state, also while commands are
    /// applied.
    public String contentHash() {
        return contentHash(new String[0]);
    }

    /// The last entry that is in the state, and the state's hash, both as of one moment.
    public StateHash stateHash() {
        return stateHash(Set.of());
    }

    /// The transaction begins with its first read, while nothing is applied and nothing held back.
    private StateHash stateHash(Set<String> without) {
        return reads.read(view -> view.inOneState(() -> {
            long index = reads.between(
                    () -> view.first("select log_index from applied where id = 1", row -> row.getLong("log_index"))
                            .orElseThrow());
            return new StateHash(index, ContentHash.within(view, without));
        }));
    }

    /// @param index of the last entry in it
    /// @param sha256 see [#contentHash]
    public record StateHash(long index, String sha256) {}

    /// The same without some tables, for tests that look at the rest.
    String contentHash(String... without) {
        return stateHash(Set.of(without)).sha256();
    }
}
