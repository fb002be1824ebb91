package org.seatside.bench.generate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seatside.bench.Contest;
import org.seatside.bench.Tally;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label.Verdict;

/// What frames cost in which no text is looked for: most that a kiosk sees are without a code.
public final class EmptyBench {
    private final Contest contest;

    public EmptyBench(Contest contest) {
        this.contest = contest;
    }

    /// The fixed set: as many of each kind.
    public static List<Luminance> frames(FrameGenerator generator, int countOfEach) {
        List<Luminance> frames = new ArrayList<>();
        for (EmptyKind kind : EmptyKind.values()) {
            for (int number = 0; number < countOfEach; number++) {
                frames.add(generator.empty(kind, number).picture());
            }
        }
        return frames;
    }

    /// Measures; every text read is a [Verdict#UNEXPECTED].
    ///
    /// @return by the decoder's name, in the contest's order
    public Map<String, Tally> run(List<Luminance> frames) {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        contest.names().forEach(name -> tallies.put(name, new Tally()));
        contest.warmUp(frames);
        for (Luminance frame : frames) {
            contest.run(frame, (name, timed) -> {
                boolean nothing = timed.answer().texts().isEmpty();
                tallies.computeIfAbsent(name, key -> new Tally())
                        .add(timed, nothing ? Verdict.NOTHING : Verdict.UNEXPECTED);
            });
        }
        return tallies;
    }
}
