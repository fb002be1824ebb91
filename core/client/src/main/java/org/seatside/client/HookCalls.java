package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import org.seatside.model.api.HookSecret;
import org.seatside.model.api.NewHook;
import org.seatside.model.api.Paths;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;
import org.seatside.model.hook.HookTrial;
import org.seatside.model.id.CommandId;

/// Webhooks, as [NodeClient#hooks] gives them. Thread-safe.
public final class HookCalls {
    private final NodeClient node;

    HookCalls(NodeClient node) {
        this.node = node;
    }

    public List<Hook> all() throws NodeException {
        return node.read(Call.get(Paths.HOOKS), new TypeReference<>() {});
    }

    public Hook add(NewHook hook, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.HOOKS, hook, id), new TypeReference<>() {});
    }

    public Hook change(HookId hook, NewHook changed, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", at(hook), changed, id), new TypeReference<>() {});
    }

    public void remove(HookId hook, CommandId id) throws NodeException {
        node.change("DELETE", at(hook), null, id);
    }

    /// The key with which its messages are signed.
    public HookSecret secret(HookId hook) throws NodeException {
        return node.read(Call.get(at(hook) + "/secret"), new TypeReference<>() {});
    }

    /// Sends a message that is about nobody, now and once, and waits for what comes of it.
    public HookTrial test(HookId hook, CommandId id) throws NodeException {
        return node.read(Call.change("POST", at(hook) + "/test", null, id), new TypeReference<>() {});
    }

    public List<DeadLetter> deadLetters(HookId hook) throws NodeException {
        return node.read(Call.get(at(hook) + "/dead-letters"), new TypeReference<>() {});
    }

    /// Asks for another try of what was given up.
    public void replay(DeadLetter letter, CommandId id) throws NodeException {
        node.change("POST", at(letter.hook()) + "/dead-letters/" + letter.checkIn() + "/replay", null, id);
    }

    private static String at(HookId hook) {
        return Paths.HOOKS + "/" + hook;
    }
}
