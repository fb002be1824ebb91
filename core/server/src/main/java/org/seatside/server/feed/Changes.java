package org.seatside.server.feed;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.seatside.model.api.Topic;
import org.seatside.service.log.Change;
import org.seatside.service.log.Topics;

/// Which kinds of entries changed, and in which order: enough for screens to know what to read again. Kept in
/// memory, since who comes back after a while reads everything again. Thread-safe.
public final class Changes {
    private final Map<Topic, Long> last = new EnumMap<>(Topic.class);
    private long newest;
    private volatile Runnable heard = () -> {};

    /// @param listener called after each change, on the applying thread: must not block
    public void whenHeard(Runnable listener) {
        heard = listener;
    }

    /// A change can be seen from now on.
    public void applied(Change change) {
        Set<Topic> topics = Topics.of(change);
        if (topics.isEmpty()) {
            return;
        }
        synchronized (this) {
            newest++;
            topics.forEach(topic -> last.put(topic, newest));
        }
        heard.run();
    }

    /// Where the changes are now.
    public synchronized long newest() {
        return newest;
    }

    /// What changed behind a place in the order.
    public synchronized Set<Topic> since(long place) {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        last.forEach((topic, at) -> {
            if (at > place) {
                topics.add(topic);
            }
        });
        return topics;
    }
}
