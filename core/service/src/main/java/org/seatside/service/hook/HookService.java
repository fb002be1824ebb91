package org.seatside.service.hook;

import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.HookSecret;
import org.seatside.model.api.NewHook;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.RefusedException;
import org.seatside.service.attendance.AttendanceStore;
import org.seatside.service.log.Commands;
import org.seatside.service.log.HookChange;

/// Webhooks as administrators keep them. Keys are derived from the node's own secret, so none is in the log.
/// Thread-safe.
public final class HookService {
    static final int KEY_BYTES = 32;
    private static final int MOST_URL = 1_000;

    private final HookStore store;
    private final AttendanceStore events;
    private final HookSender sender;
    private final DerivedSecrets secrets;
    private final Commands commands;

    public HookService(
            HookStore store, AttendanceStore events, HookSender sender, DerivedSecrets secrets, Commands commands) {
        this.store = store;
        this.events = events;
        this.sender = sender;
        this.secrets = secrets;
        this.commands = commands;
    }

    public List<Hook> hooks() {
        return store.hooks();
    }

    /// Told of what comes from now on.
    public Hook add(NewHook hook, String actor, CommandId command) {
        List<CheckInEvent> newest = events.eventsBefore(Long.MAX_VALUE, 1);
        long cursor = newest.isEmpty() ? 0 : newest.getFirst().logIndex();
        return save(new HookId(command.value()), hook, cursor, actor, command);
    }

    /// @throws RefusedException where there is no such webhook
    public Hook change(HookId id, NewHook hook, String actor, CommandId command) {
        return save(id, hook, required(id).cursor(), actor, command);
    }

    private Hook save(HookId id, NewHook asked, long cursor, String actor, CommandId command) {
        Hook hook = new Hook(
                id,
                address(asked.url()),
                asked.format() == null ? HookFormat.STANDARD : asked.format(),
                asked.active() == null || asked.active(),
                cursor);
        commands.require(command, actor, new HookChange.SaveHook(hook));
        return required(id);
    }

    private String address(@Nullable String url) {
        try {
            if (url != null && url.length() <= MOST_URL && sender.allows(URI.create(url))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw refused(e);
        }
        throw refused(null);
    }

    private static RefusedException refused(@Nullable IllegalArgumentException cause) {
        RefusedException refused = new RefusedException(
                RefusedException.Kind.INVALID,
                "address-refused",
                "Give an https address outside this network, or have its host allowed in the node's configuration.");
        if (cause != null) {
            refused.initCause(cause);
        }
        return refused;
    }

    public void remove(HookId id, String actor, CommandId command) {
        commands.require(command, actor, new HookChange.RemoveHook(id));
    }

    public HookSecret secret(HookId id) {
        required(id);
        return new HookSecret("whsec_" + Base64.getEncoder().encodeToString(key(secrets, id)));
    }

    static byte[] key(DerivedSecrets secrets, HookId id) {
        return secrets.derive("webhook", id.toString(), KEY_BYTES);
    }

    public List<DeadLetter> deadLetters(HookId id) {
        required(id);
        return store.deadLetters(id);
    }

    /// Asks for another try of what was given up.
    public void replay(HookId id, CheckInId checkIn, String actor, CommandId command) {
        commands.require(command, actor, new HookChange.Replay(id, checkIn));
    }

    private Hook required(HookId id) {
        return store.hook(id)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is nothing under this address."));
    }
}
