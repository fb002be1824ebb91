package org.seatside.qr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.seatside.qr.engine.Deadline;
import org.seatside.qr.engine.Hints;
import org.seatside.qr.engine.Pass;
import org.seatside.qr.engine.Symbol;
import org.seatside.qr.engine.SymbolVotes;

/// Reads codes in live video, each frame helped by those before it:
///
/// - where a code was read, located or hinted at is looked at first and closely, with dear passes on a small
///   part of the picture;
/// - then the cheap passes look at the whole picture, and of the dear ones the one whose turn it is;
/// - symbols that were located and not read are added up over the frames ([SymbolVotes]).
///
/// What it makes of a frame depends on the frames before it. A frame takes at most 60 ms, and what is larger
/// than 2048 pixels a side is looked at smaller, but for the parts looked at closely. The same code comes out
/// of every frame that shows it.
///
/// Not thread-safe: one reader for one thread. A frame without a code allocates nothing.
public final class LiveReader {
    private static final long DEADLINE_MILLIS = 60;

    /// For all parts that are looked at closely in a frame.
    private static final long CLOSE_MILLIS = 20;

    /// While a code is read where it was, the whole picture is looked at in every third frame.
    private static final int WHOLE_EVERY = 3;

    /// Without a second thread, so that it is no burden to the other frames of a video.
    private static final int DEAR_EVERY = 2;

    private static final int LARGEST_SIDE = 2048;
    private static final long TEXTURE_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

    private final List<Plan.Step> cheap;
    private final List<List<Pass>> dear = Plan.dear();
    private final List<Pass> close = Plan.close();
    private final @Nullable SecondLook second;
    private final StepRunner runner = new StepRunner();
    private final FrameCopies copies = new FrameCopies(LARGEST_SIDE);
    private final Tracks tracks = new Tracks();
    private final Hints hints = new Hints();
    private final Sightings sightings = new Sightings();
    private final FineTexture texture = new FineTexture();
    private final SymbolVotes votes = new SymbolVotes();
    private final Deadline deadline;
    private final Deadline closeDeadline;
    private final List<Reading> found = new ArrayList<>();
    private long turns;
    private long textureNanos;
    private boolean textureSought;
    private int dearFrames;
    private int sinceWhole;

    /// @param clock counts the nanoseconds that a frame may take
    LiveReader(Plan plan, @Nullable SecondLook second, LongSupplier clock) {
        cheap = plan.at(Effort.LIVE.level());
        this.second = second;
        deadline = Deadline.renewable(clock);
        closeDeadline = Deadline.renewable(clock);
    }

    /// Runs the dear passes in turn with everything else, one group in every second frame.
    public static LiveReader alone(ReaderSettings settings) {
        return new LiveReader(Plan.of(settings), null, System::nanoTime);
    }

    /// Leaves the dear passes to a second thread.
    public static LiveReader with(ReaderSettings settings, SecondLook second) {
        return new LiveReader(Plan.of(settings), second, System::nanoTime);
    }

    /// Reads the next frame.
    ///
    /// @param nanos when it was taken; never earlier than the frame before, by any clock that counts
    ///     nanoseconds
    /// @return the codes in it, each text once, and those found meanwhile in an earlier frame; usually none
    public List<Reading> read(Luminance picture, long nanos) {
        if (Math.min(picture.width(), picture.height()) < QrReader.SMALLEST_SIDE) {
            found.clear();
            sightings.clear();
            return List.of();
        }
        deadline.renew(DEADLINE_MILLIS);
        found.clear();
        sightings.clear();
        tracks.dropOld(nanos);
        if (second != null) {
            second.collect(found, tracks, sightings, nanos);
        }
        lookClosely(picture, nanos);
        if (found.isEmpty() || ++sinceWhole >= WHOLE_EVERY) {
            sinceWhole = 0;
            lookAtWhole(picture, nanos);
        }
        return found.isEmpty() ? List.of() : distinct();
    }

    /// How often every dear pass has had its turn. A code that kept still for a round has been tried every way.
    public long rounds() {
        return second == null ? turns / dear.size() : second.rounds();
    }

    /// What the frame that was read last showed, for who holds a code before the camera and sees nothing
    /// happen. Four
    /// times a second it is also searched for a code too small for the passes, which takes 3 ms for a million
    /// pixels.
    ///
    /// @param picture of that frame
    /// @param nanos of that frame
    public Sight sight(Luminance picture, long nanos) {
        if (!found.isEmpty()) {
            return Sight.READ;
        }
        Sight best = sightings.best();
        boolean due = !textureSought || nanos - textureNanos >= TEXTURE_EVERY_NANOS;
        if (!(best instanceof Sight.Nothing) || !due) {
            return best;
        }
        textureSought = true;
        textureNanos = nanos;
        Luminance whole = copies.fitting(picture);
        return texture.find(whole, (double) whole.width() / picture.width());
    }

    private void lookClosely(Luminance picture, long nanos) {
        if (tracks.size() == 0) {
            return;
        }
        closeDeadline.renew(CLOSE_MILLIS);
        for (int i = 0; i < tracks.size() && !closeDeadline.passed(); i++) {
            Track track = tracks.get(i);
            if (track.isDue()) {
                lookAt(track, picture, nanos);
            }
        }
    }

    private void lookAt(Track track, Luminance picture, long nanos) {
        int left = (int) Math.max(0, track.left());
        int top = (int) Math.max(0, track.top());
        int right = (int) Math.min(picture.width(), track.right());
        int bottom = (int) Math.min(picture.height(), track.bottom());
        Luminance part = copies.part(picture, left, top, right, bottom);
        if (Math.min(part.width(), part.height()) < QrReader.SMALLEST_SIDE) {
            return;
        }
        runner.open(part, closeDeadline);
        keep(StepRunner.placed(runner.run(close), left, top, 1), nanos);
        learn(part, picture, left, top, 1, nanos);
    }

    private void lookAtWhole(Luminance picture, long nanos) {
        Luminance whole = copies.fitting(picture);
        if (Math.min(whole.width(), whole.height()) < QrReader.SMALLEST_SIDE) {
            return;
        }
        double scale = (double) whole.width() / picture.width();
        runner.open(whole, deadline);
        List<Reading> readings = List.of();
        for (int i = 0; i < cheap.size() && readings.isEmpty() && !deadline.passed(); i++) {
            readings = runner.run(cheap.get(i));
        }
        boolean nothing = readings.isEmpty() && found.isEmpty();
        if (nothing && second == null && ++dearFrames % DEAR_EVERY == 0) {
            readings = runner.run(dear.get((int) (turns++ % dear.size())));
        }
        keep(StepRunner.placed(readings, 0, 0, scale), nanos);
        learn(whole, picture, 0, 0, scale, nanos);
        if (second != null && found.isEmpty()) {
            second.offer(whole, scale);
        } else if (second != null) {
            second.drop();
        }
    }

    private void keep(List<Reading> readings, long nanos) {
        for (int i = 0; i < readings.size(); i++) {
            found.add(readings.get(i));
            tracks.add(readings.get(i), nanos);
        }
    }

    /// Takes from the open picture what it showed and did not say.
    private void learn(Luminance open, Luminance frame, double left, double top, double scale, long nanos) {
        runner.engine().hint(hints);
        tracks.add(hints, left, top, scale, nanos);
        if (found.isEmpty()) {
            sightings.add(hints, open, left, top, scale, frame.width(), frame.height());
        }
        if (found.isEmpty()) {
            Optional<Symbol> symbol = votes.count(runner.engine(), left, top, scale, nanos, deadline);
            if (symbol.isPresent()) {
                keep(EngineSteps.readings(List.of(symbol.get()), "live"), nanos);
            }
        }
    }

    private List<Reading> distinct() {
        Set<String> texts = new HashSet<>();
        return found.stream().filter(reading -> texts.add(reading.text())).toList();
    }
}
