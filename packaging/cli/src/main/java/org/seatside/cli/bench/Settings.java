package org.seatside.cli.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
/// @param capMillis the deadline of one picture
/// @param warmUp how long each decoder may read before anything counts
/// @param count how many frames or sequences, 0 for the measurement's own default
/// @param save where frames are written, null for nowhere
/// @param readme which file's block is written, null for none
record Settings(
        List<String> what,
        List<Integer> efforts,
        long capMillis,
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
        List<Decoder> decoders = new ArrayList<>();
        for (int level : efforts) {
            String name = efforts.size() == 1 ? OURS : "effort " + level;
            decoders.add(Decoders.seatside(name, new Effort(level, capMillis)));
        }
        decoders.addAll(others);
        return new Contest(decoders, warmUp);
    }

    /// In words, under a table.
    String inWords() {
        String effort = efforts.size() == 1 ? "effort " + efforts.getFirst() : "every effort";
        return effort + ", at most " + capMillis + " ms an image";
    }
}
