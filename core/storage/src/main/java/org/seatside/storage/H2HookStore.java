package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.CheckInId;
import org.seatside.service.hook.HookStore;

/// Webhooks, read from the view.
final class H2HookStore implements HookStore {
    private static final String HOOK = "select id, url, format, active, log_cursor from hook";

    private final Reads reads;

    H2HookStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<Hook> hooks() {
        return reads.read(view -> view.list(HOOK + " order by id", H2HookStore::hook));
    }

    @Override
    public Optional<Hook> hook(HookId id) {
        return reads.read(view -> view.first(HOOK + " where id = ?", H2HookStore::hook, id.value()));
    }

    @Override
    public List<DeadLetter> deadLetters(HookId hook) {
        return reads.read(view -> view.list(
                "select hook, check_in, log_index, detail, at, replay from hook_dead_letter where hook = ?"
                        + " order by log_index, check_in",
                row -> new DeadLetter(
                        new HookId(Rows.uuid(row, "hook")),
                        new CheckInId(Rows.uuid(row, "check_in")),
                        row.getLong("log_index"),
                        Rows.text(row, "detail"),
                        Rows.instant(row, "at"),
                        row.getBoolean("replay")),
                hook.value()));
    }

    private static Hook hook(ResultSet row) throws SQLException {
        return new Hook(
                new HookId(Rows.uuid(row, "id")),
                Rows.text(row, "url"),
                HookFormat.valueOf(Rows.text(row, "format")),
                row.getBoolean("active"),
                row.getLong("log_cursor"));
    }
}
