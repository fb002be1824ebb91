package org.seatside.kiosk.capture;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.qr.Sight;

/// From what frames show of a code that cannot be read to one sentence for who holds it. A hint comes once it
/// is
/// likely to help, stays long enough to be read and heard, goes at once when a code is read, and is not
/// followed by
/// another for [#BETWEEN]. What looks like a code and stays where it is gets no hint for long: it is a poster.
/// One
/// thread.
final class Coach {
    /// How long a code is in sight before anything is said: most are read sooner.
    static final Duration PATIENCE = Duration.ofMillis(900);

    /// How long a hint stays at least, unless a code is read.
    static final Duration SHOWN = Duration.ofSeconds(4);

    /// From the beginning of a hint to that of the next.
    static final Duration BETWEEN = Duration.ofSeconds(6);

    /// How long the same thing in the same place is spoken of.
    static final Duration POSTER = Duration.ofSeconds(15);

    private static final long GONE_NANOS = Duration.ofMillis(700).toNanos();
    private static final int LEAST_SIGHTINGS = 4;

    /// Pixels a module below which a code is read only where nothing else is wrong.
    private static final double SMALL_MODULE = 2.2;

    /// Modules from dark to light.
    private static final double BLURRED = 1.1;

    /// In a thirtieth of a second, the exposure in a dim room, that is a third of a module.
    private static final double MOVING_MODULES_PER_SECOND = 10;

    /// What is nearer than this to where it was has stayed there, in modules.
    private static final double SAME_PLACE = 6;

    /// What is further than this from the last sighting is another thing.
    private static final double ANOTHER = 30;

    /// By which small print must have moved to be in somebody's hand.
    private static final double IN_A_HAND = 10;

    /// Taken for the side of something tiny, whose modules cannot be counted.
    private static final double TINY_MODULES = 20;

    /// About the last second counts.
    private static final double FADING = 0.92;

    /// Something like a code at one moment.
    ///
    /// @param module pixels
    private record Thing(double x, double y, double module, long nanos) {
        double from(Thing other) {
            return Math.hypot(x - other.x, y - other.y) / Math.max(module, other.module);
        }
    }

    private final Map<CameraCondition, Double> reasons = new EnumMap<>(CameraCondition.class);
    private CameraCondition hint = CameraCondition.FINE;
    private long hintNanos;
    private boolean everHinted;
    private @Nullable Thing first;
    private @Nullable Thing last;
    private @Nullable Thing placed;
    private int sightings;
    /// Of all sightings, each counting for less with every later one; so do the reasons.
    private double weight;

    /// @param nanos of the frame; never earlier than the one before
    /// @return a hint, or [CameraCondition#FINE] where there is nothing to say
    CameraCondition see(Sight sight, long nanos) {
        switch (sight) {
            case Sight.Read _ -> {
                forget();
                hint = CameraCondition.FINE;
            }
            case Sight.Nothing _ -> {
                if (last != null && nanos - last.nanos() > GONE_NANOS) {
                    forget();
                }
            }
            case Sight.Unread seen -> note(new Thing(seen.x(), seen.y(), seen.module(), nanos), seen);
            case Sight.Tiny seen -> note(new Thing(seen.x(), seen.y(), seen.side() / TINY_MODULES, nanos), seen);
        }
        CameraCondition likely = likely();
        if (hint != CameraCondition.FINE && nanos - hintNanos >= SHOWN.toNanos() && likely != hint) {
            hint = CameraCondition.FINE;
        }
        boolean rested = !everHinted || nanos - hintNanos >= BETWEEN.toNanos();
        if (hint == CameraCondition.FINE && rested && isTimely(nanos) && likely != CameraCondition.FINE) {
            hint = likely;
            hintNanos = nanos;
            everHinted = true;
        }
        return hint;
    }

    private boolean isTimely(long nanos) {
        return first != null
                && placed != null
                && sightings >= LEAST_SIGHTINGS
                && nanos - first.nanos() >= PATIENCE.toNanos()
                && nanos - placed.nanos() < POSTER.toNanos();
    }

    private void note(Thing thing, Sight sight) {
        Thing before = last;
        if (before != null && (thing.nanos() - before.nanos() > GONE_NANOS || thing.from(before) > ANOTHER)) {
            forget();
            before = null;
        }
        if (first == null) {
            first = thing;
        }
        if (placed == null || thing.from(placed) > SAME_PLACE) {
            placed = thing;
        }
        last = thing;
        sightings++;
        weight = weight * FADING + 1;
        reasons.replaceAll((_, counted) -> counted * FADING);
        reason(thing, before, sight).ifPresent(why -> reasons.merge(why, 1.0, Double::sum));
    }

    private Optional<CameraCondition> reason(Thing thing, @Nullable Thing before, Sight sight) {
        if (!(sight instanceof Sight.Unread seen)) {
            boolean inAHand = reasons.containsKey(CameraCondition.COME_CLOSER)
                    || (first != null && thing.from(first) > IN_A_HAND);
            return inAHand ? Optional.of(CameraCondition.COME_CLOSER) : Optional.empty();
        }
        if (!seen.whole()) {
            return Optional.of(CameraCondition.TO_THE_MIDDLE);
        }
        if (seen.module() < SMALL_MODULE) {
            return Optional.of(CameraCondition.COME_CLOSER);
        }
        boolean moves = before != null
                && thing.nanos() > before.nanos()
                && thing.from(before) * 1e9 / (thing.nanos() - before.nanos()) > MOVING_MODULES_PER_SECOND;
        return moves || seen.blur() > BLURRED ? Optional.of(CameraCondition.HOLD_STILL) : Optional.empty();
    }

    /// What was wrong most often; [CameraCondition#FINE] where nothing is in sight, or nothing that can be
    /// named.
    private CameraCondition likely() {
        return reasons.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .filter(most -> 2 * most.getValue() >= weight)
                .map(Map.Entry::getKey)
                .orElse(CameraCondition.FINE);
    }

    private void forget() {
        first = null;
        last = null;
        reasons.clear();
        sightings = 0;
        weight = 0;
    }
}
