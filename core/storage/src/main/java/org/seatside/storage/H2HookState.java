package org.seatside.storage;

import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.CheckInId;
import org.seatside.service.log.HookState;

/// Webhooks on the writer's connection.
final class H2HookState implements HookState {
    private final Statements statements;

    H2HookState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public void saveHook(Hook hook) {
        int known = statements.update(
                "update hook set url = ?, format = ?, active = ? where id = ?",
                hook.url(),
                hook.format(),
                hook.active(),
                hook.id().value());
        if (known == 0) {
            statements.update(
                    "insert into hook (id, url, format, active, log_cursor) values (?, ?, ?, ?, ?)",
                    hook.id().value(),
                    hook.url(),
                    hook.format(),
                    hook.active(),
                    hook.cursor());
        }
    }

    @Override
    public void removeHook(HookId hook) {
        statements.update("delete from hook_dead_letter where hook = ?", hook.value());
        statements.update("delete from hook where id = ?", hook.value());
    }

    @Override
    public void advanceHook(HookId hook, long cursor) {
        statements.update(
                "update hook set log_cursor = ? where id = ? and log_cursor < ?", cursor, hook.value(), cursor);
    }

    @Override
    public void layAside(DeadLetter letter) {
        settle(letter.hook(), letter.checkIn());
        statements.update(
                "insert into hook_dead_letter (hook, check_in, log_index, detail, at, replay) values (?, ?, ?, ?, ?, ?)",
                letter.hook().value(),
                letter.checkIn(),
                letter.logIndex(),
                letter.detail(),
                letter.at(),
                letter.replay());
    }

    @Override
    public boolean replay(HookId hook, CheckInId checkIn) {
        return statements.update(
                        "update hook_dead_letter set replay = true where hook = ? and check_in = ?",
                        hook.value(),
                        checkIn)
                > 0;
    }

    @Override
    public void settle(HookId hook, CheckInId checkIn) {
        statements.update("delete from hook_dead_letter where hook = ? and check_in = ?", hook.value(), checkIn);
    }
}
