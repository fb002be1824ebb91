package org.seatside.service.kiosk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;

/// What kiosks last said of themselves to this node, and to others as these pass it on. It is news, not record: kept
/// in memory, and in a file over a restart, so that staff see since when a kiosk is silent. Thread-safe.
public final class KioskPresence {
    private final InstantSource clock;
    private final Map<KioskId, Said> said = new ConcurrentHashMap<>();

    public KioskPresence(InstantSource clock) {
        this.clock = clock;
    }

    public void says(KioskId kiosk, KioskState state) {
        said.put(kiosk, new Said(clock.instant(), state, true));
    }

    KioskView view(Kiosk kiosk) {
        @Nullable Said last = said.get(kiosk.id());
        return last == null ? new KioskView(kiosk, null, null) : new KioskView(kiosk, last.at(), last.state());
    }

    /// What is known now, for the next start.
    public List<Seen> seen() {
        return seen(_ -> true);
    }

    /// Those that spoke to this node since then.
    public List<Seen> heardSince(Instant then) {
        return seen(it -> it.here() && !it.at().isBefore(then));
    }

    private List<Seen> seen(Predicate<Said> which) {
        return said.entrySet().stream()
                .filter(it -> which.test(it.getValue()))
                .map(it ->
                        new Seen(it.getKey(), it.getValue().at(), it.getValue().state()))
                .toList();
    }

    /// What another node heard, where nothing newer is known here.
    public void hear(List<Seen> elsewhere) {
        elsewhere.forEach(it -> said.merge(
                it.kiosk(),
                new Said(it.at(), it.state(), false),
                (known, told) -> told.at().isAfter(known.at()) ? told : known));
    }

    /// What was known before this start; a kiosk that was heard of since is known better.
    public void remember(List<Seen> before) {
        before.forEach(it -> said.putIfAbsent(it.kiosk(), new Said(it.at(), it.state(), false)));
    }

    /// When a kiosk was last heard of, and what it said.
    public record Seen(KioskId kiosk, Instant at, KioskState state) {}

    /// @param here whether to this node
    private record Said(Instant at, KioskState state, boolean here) {}
}
