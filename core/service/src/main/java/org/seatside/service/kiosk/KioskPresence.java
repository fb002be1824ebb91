package org.seatside.service.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;

/// What kiosks last said of themselves to this node. Kept in memory: it is news, not record. Thread-safe.
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

    private record Said(Instant at, KioskState state) {}
}
