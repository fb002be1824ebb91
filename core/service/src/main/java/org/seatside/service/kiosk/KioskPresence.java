package org.seatside.service.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;

/// What kiosks last said of themselves to this node. It is news, not record: kept in memory, and in a file over a
/// restart, so that staff see since when a kiosk is silent. Thread-safe.
public final class KioskPresence {
    private final InstantSource clock;
    private final Map<KioskId, Said> said = new ConcurrentHashMap<>();

    public KioskPresence(InstantSource clock) {
        this.clock = clock;
    }

    public void says(KioskId kiosk, KioskState state) {
        said.put(kiosk, new Said(clock.instant(), state));
    }

    KioskView view(Kiosk kiosk) {
        @Nullable Said last = said.get(kiosk.id());
        return last == null ? new KioskView(kiosk, null, null) : new KioskView(kiosk, last.at(), last.state());
    }

    /// What is known now, for the next start.
    public List<Seen> seen() {
        return said.entrySet().stream()
                .map(it ->
                        new Seen(it.getKey(), it.getValue().at(), it.getValue().state()))
                .toList();
    }

    /// What was known before this start; a kiosk that was heard of since is known better.
    public void remember(List<Seen> before) {
        before.forEach(it -> said.putIfAbsent(it.kiosk(), new Said(it.at(), it.state())));
    }

    /// When a kiosk was last heard of, and what it said.
    public record Seen(KioskId kiosk, Instant at, KioskState state) {}

    private record Said(Instant at, KioskState state) {}
}
