package org.seatside.cli.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seatside.bench.Contest;
import org.seatside.bench.Decoder;
import org.seatside.bench.Decoders;
import org.seatside.qr.Effort;

/// What the command line asked for, checked.
///
/// @param what folders, kinds, a number or a pattern, as the measurement takes it
/// @param efforts one level, or all of them for a curve
/// @param caps the deadline of one picture, milliseconds; with several, ours reads with each of them
/// @param warmUp how long each decoder may read before anything counts
/// @param count how many frames or sequences, 0 for the measurement's own default
/// @param save where frames are written, null for nowhere
/// @param readme which file's block is written, null for none
record Settings(
        List<String> what,
        List<Integer> efforts,
        List<Long> caps,
        boolean baseline,
        boolean json,
        boolean gc,
        long seed,
        int count,
        int maxSide,
        Duration warmUp,
        @Nullable Path save,
        @Nullable Path readme) {
    private static final String OURS = "seatside";

    static final List<Integer> CURVE =
            IntStream.rangeClosed(0, Effort.MAX_LEVEL).boxed().toList();

    List<Path> folders() {
        return what.stream().map(Path::of).toList();
    }

    int countOr(int fallback) {
        return count == 0 ? fallback : count;
    }

    /// Ours at the efforts asked for, then the others if they were asked for.
    Contest contest() {
        return contest(baseline ? Decoders.others() : List.of());
    }

    Contest contest(List<Decoder> others) {
        List<Decoder> decoders = new ArrayList<>(ours());
        decoders.addAll(others);
        return new Contest(decoders, warmUp);
    }

    /// At each effort with each cap.
    List<Decoder> ours() {
        List<Decoder> decoders = new ArrayList<>();
        for (int level : efforts) {
            for (long cap : caps) {
                decoders.add(Decoders.seatside(name(level, cap), new Effort(level, cap)));
            }
        }
        return decoders;
    }

    /// Says of effort and cap what is not the same for all.
    private String name(int level, long cap) {
        String effort = efforts.size() == 1 ? OURS : "effort " + level;
        return caps.size() == 1 ? effort : effort + " " + cap + " ms";
    }

    /// In words, under a table.
    String inWords() {
        String effort = efforts.size() == 1 ? "effort " + efforts.getFirst() : "every effort";
        String most = caps.stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return effort + ", at most " + most + " ms an image";
    }
}
