package org.seatside.bench.generate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatside.bench.Contest;
import org.seatside.bench.Tally;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label.Verdict;

/// What decoders read in generated frames, by kind and strength.
public final class GeneratedBench {
    private final Contest contest;
    private final FrameGenerator generator;
    private final Sink sink;

    /// Takes every frame that is measured, for example to save it.
    public interface Sink {
        Sink NONE = frame -> {};

        void accept(Frame frame) throws IOException;
    }

    /// One line of the table.
    ///
    /// @param tallies by the decoder's name, in the contest's order
    /// @param wrong frames in which a decoder read what is not there, each with the decoder's name
    public record Row(Kind kind, double strength, Map<String, Tally> tallies, List<String> wrong) {}

    public GeneratedBench(Contest contest, FrameGenerator generator, Sink sink) {
        this.contest = contest;
        this.generator = generator;
        this.sink = sink;
    }

    /// Reads some frames without counting.
    public void warmUp() {
        List<Luminance> pictures = new ArrayList<>();
        for (Kind kind : List.of(Kind.SIZE, Kind.TILT, Kind.DEFOCUS, Kind.COMBO)) {
            pictures.add(generator.frame(kind, kind.strengths().getFirst(), -1).picture());
            pictures.add(generator.frame(kind, kind.strengths().getLast(), -1).picture());
        }
        contest.warmUp(pictures);
    }

    /// Draws and measures.
    ///
    /// @param count frames
    /// @throws IOException what the sink throws
    public Row run(Kind kind, double strength, int count) throws IOException {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        contest.names().forEach(name -> tallies.put(name, new Tally()));
        List<String> wrong = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Frame frame = generator.frame(kind, strength, number);
            sink.accept(frame);
            contest.run(frame.picture(), (name, timed) -> {
                Set<String> texts = new HashSet<>(timed.answer().texts());
                Set<String> right = new HashSet<>(frame.texts());
                right.retainAll(texts);
                boolean others = texts.size() > right.size();
                Verdict verdict = others ? Verdict.WRONG : right.isEmpty() ? Verdict.MISSED : Verdict.RIGHT;
                tallies.computeIfAbsent(name, key -> new Tally())
                        .add(timed, verdict, frame.codes().size(), right.size());
                if (others) {
                    wrong.add(name + ": " + frame.name());
                }
            });
        }
        return new Row(kind, strength, tallies, wrong);
    }
}
