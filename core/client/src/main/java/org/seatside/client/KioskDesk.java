package org.seatside.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.KioskActionMove;
import org.seatside.model.api.KioskAssist;
import org.seatside.model.api.Paths;
import org.seatside.model.id.KioskActionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A kiosk's line to staff, as [KioskLink#desk] gives it: what they tell and ask it comes as it happens, and it
/// answers. Thread-safe; answering blocks.
public final class KioskDesk {
    private static final Logger LOG = LoggerFactory.getLogger(KioskDesk.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /// The kiosk's own calls.
    interface Calls {
        byte[] call(Call call) throws NodeException;

        /// @throws NodeException where there is none now
        String token() throws NodeException;

        void refused(String token);
    }

    private final Transport transport;
    private final Calls calls;
    private final Json json;

    KioskDesk(Transport transport, Calls calls, Json json) {
        this.transport = transport;
        this.calls = calls;
        this.json = json;
    }

    /// Hears of notices, the call for help and actions whenever any of them is another, the first time at once.
    /// Comes back by itself when the connection breaks, also before the kiosk is paired. Close it when done.
    ///
    /// @param listener told on a thread of its own, one call at a time; the same action comes again until it was
    ///     answered
    public AutoCloseable follow(Consumer<KioskAssist> listener) {
        EventFeed feed = new EventFeed("desk-feed", transport, null, new Following(listener), EventFeed.SILENCE);
        feed.start();
        return feed;
    }

    private final class Following implements EventFeed.Follower {
        private final Consumer<KioskAssist> listener;
        private volatile String token = "";

        Following(Consumer<KioskAssist> listener) {
            this.listener = listener;
        }

        @Override
        public Call call() throws NodeException {
            token = calls.token();
            return Call.get(Paths.KIOSK_ASSIST + "/events").bearing(token);
        }

        @Override
        public void event(EventStream.Event event) {
            if (!event.type().equals("assist")) {
                return; // from a newer node
            }
            try {
                listener.accept(json.read(event.data().getBytes(StandardCharsets.UTF_8), KioskAssist.class));
            } catch (MalformedJsonException e) {
                LOG.warn("Left out what the node told: {}", e.getMessage());
            } catch (RuntimeException e) {
                LOG.error("What the node told could not be taken in", e);
            }
        }

        @Override
        public void connected() {
            LOG.debug("The line to staff is open");
        }

        @Override
        public void lost() {
            LOG.debug("The line to staff is interrupted");
        }

        @Override
        public boolean refused(NodeException how) {
            calls.refused(token);
            return true;
        }
    }

    /// Says how far the kiosk is with what it was asked: TAKEN, then DONE, REFUSED or FAILED. Say DONE before a
    /// restart.
    ///
    /// @param note for staff, at most 300 characters; null for nothing
    /// @throws NodeException of kind CONFLICT or NOT_FOUND where nobody waits for it any more
    public void tell(KioskActionId action, KioskAction.State state, @Nullable String note) throws NodeException {
        calls.call(new Call("PUT", at(action) + "/state", new KioskActionMove(state, note), Map.of(), WITHIN));
    }

    /// Answers with a JPEG picture, a JSON object or an HTML page, as the action's kind says; it is DONE with it.
    ///
    /// @param answer at most [KioskAction#LARGEST_ANSWER] bytes
    /// @throws NodeException of kind CONFLICT or NOT_FOUND where nobody waits for it any more, INVALID where it is
    ///     too long or of another kind
    public void answer(KioskActionId action, byte[] answer) throws NodeException {
        calls.call(new Call("PUT", at(action) + "/answer", answer, Map.of(), WITHIN));
    }

    private static String at(KioskActionId action) {
        return Paths.KIOSK_ASSIST + "/actions/" + action;
    }
}
