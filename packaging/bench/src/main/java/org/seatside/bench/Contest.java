package org.seatside.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.seatside.bench.Stopwatch.Timed;
import org.seatside.qr.Luminance;

/// Several decoders on the same pictures, picture by picture and by turns first: whatever else the machine does
/// meanwhile, it does to all of them.
public final class Contest {
    private static final int WARM_UP_ROUNDS = 10;

    private final List<Decoder> decoders;
    private final Stopwatch stopwatch = new Stopwatch();
    private final Duration warmUp;
    private int turn;

    /// @param decoders at least one, no two of one name
    /// @param warmUp how long each decoder may read before anything counts
    public Contest(List<Decoder> decoders, Duration warmUp) {
        this.decoders = List.copyOf(decoders);
        this.warmUp = warmUp;
        if (decoders.isEmpty()) {
            throw new IllegalArgumentException("a contest needs a decoder");
        }
    }

    public List<String> names() {
        return decoders.stream().map(Decoder::name).toList();
    }

    /// Lets every decoder read without counting, for 2.5 seconds each or until they have seen each picture ten
    /// times.
    public void warmUp(List<Luminance> pictures) {
        long start = System.nanoTime();
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            for (Luminance picture : pictures) {
                if (System.nanoTime() - start >= warmUp.toNanos() * decoders.size()) {
                    return;
                }
                for (Decoder decoder : decoders) {
                    decoder.read(picture);
                }
            }
        }
    }

    /// Lets every decoder read a picture.
    ///
    /// @param results takes each decoder's name and what it made of the picture, in the order of [#names()]
    public void run(Luminance picture, BiConsumer<String, Timed> results) {
        int first = turn++ % decoders.size();
        List<Timed> timed = new ArrayList<>();
        for (int i = 0; i < decoders.size(); i++) {
            timed.add(stopwatch.read(decoders.get((first + i) % decoders.size()), picture));
        }
        for (int i = 0; i < decoders.size(); i++) {
            results.accept(decoders.get(i).name(), timed.get((i - first + decoders.size()) % decoders.size()));
        }
    }
}
