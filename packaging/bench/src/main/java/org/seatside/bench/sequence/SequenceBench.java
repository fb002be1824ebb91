package org.seatside.bench.sequence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.seatside.bench.Decoder;
import org.seatside.bench.Samples;
import org.seatside.bench.Stopwatch;
import org.seatside.bench.Stopwatch.Timed;
import org.seatside.qr.Luminance;

/// How many frames it takes from the first that fully shows a code to its text.
///
/// Time is a line on which a frame stands every 1/15 s and reading takes the CPU time it took. Who reads longer than
/// that misses frames and goes on with the newest one there is, as a kiosk does.
public final class SequenceBench {
    private static final double INTERVAL = 1000.0 / Footage.FRAMES_PER_SECOND;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int WARM_UP_ROUNDS = 5;

    private final List<Supplier<Decoder>> decoders;
    private final TimedReading reading;

    /// How a decoder is made to read a frame, taken at `nanos`, and timed.
    interface TimedReading {
        Timed read(Decoder decoder, Luminance picture, long nanos);
    }

    /// Where one decoder came in all videos.
    ///
    /// @param fromShown frames from the first that fully shows the code to the text; 1 means in that frame, if
    ///     reading took less than the time to the next one
    /// @param fromClear the same from the first frame that is also sharp and rightly exposed
    /// @param never videos in which the text was not read
    /// @param wrong videos in which another text was read
    /// @param cpuMillis of each frame that was read, from the first that fully shows the code
    /// @param emptyCpuMillis of each before it
    public record Result(
            String decoder,
            int videos,
            Samples fromShown,
            Samples fromClear,
            int never,
            int wrong,
            Samples cpuMillis,
            Samples emptyCpuMillis) {}

    /// @param decoders make a new decoder for each video: what one keeps from frame to frame belongs to the video
    public SequenceBench(List<Supplier<Decoder>> decoders) {
        this(decoders, new Stopwatch()::read);
    }

    SequenceBench(List<Supplier<Decoder>> decoders, TimedReading reading) {
        this.decoders = List.copyOf(decoders);
        this.reading = reading;
    }

    /// Reads every third frame of a video some times without counting.
    public void warmUp(Footage video) {
        for (int i = 0; i < video.frames(); i += 3) {
            Luminance picture = video.frame(i);
            for (Supplier<Decoder> decoder : decoders) {
                Decoder fresh = decoder.get();
                for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                    fresh.read(picture);
                }
            }
        }
    }

    /// Lets every decoder watch every video, one video after the other.
    ///
    /// @return in the order of the decoders
    public List<Result> run(List<? extends Footage> videos) {
        List<List<Run>> runs = new ArrayList<>();
        decoders.forEach(decoder -> runs.add(new ArrayList<>()));
        for (Footage video : videos) {
            Map<Integer, Luminance> drawn = new HashMap<>();
            for (int i = 0; i < decoders.size(); i++) {
                Run run = new Run(decoders.get(i).get(), video, drawn);
                run.watch();
                runs.get(i).add(run);
            }
        }
        return runs.stream().map(SequenceBench::summed).toList();
    }

    private static Result summed(List<Run> runs) {
        Samples shown = new Samples();
        Samples clear = new Samples();
        Samples cpu = new Samples();
        Samples emptyCpu = new Samples();
        int never = 0;
        int wrong = 0;
        for (Run run : runs) {
            if (run.readAfter < 0) {
                never++;
            } else {
                shown.add(Math.max(1, run.readAfter - run.video.shownSince()));
                clear.add(Math.max(1, run.readAfter - run.video.clearSince()));
            }
            wrong += run.wrong ? 1 : 0;
            cpu.addAll(run.cpuMillis);
            emptyCpu.addAll(run.emptyCpuMillis);
        }
        String name = runs.isEmpty() ? "" : runs.getFirst().decoder.name();
        return new Result(name, runs.size(), shown, clear, never, wrong, cpu, emptyCpu);
    }

    /// One decoder watching one video until it has the text.
    private final class Run {
        private final Decoder decoder;
        private final Footage video;
        private final Map<Integer, Luminance> drawn;
        private final Samples cpuMillis = new Samples();
        private final Samples emptyCpuMillis = new Samples();
        private int readAfter = -1;
        private boolean wrong;

        Run(Decoder decoder, Footage video, Map<Integer, Luminance> drawn) {
            this.decoder = decoder;
            this.video = video;
            this.drawn = drawn;
        }

        void watch() {
            double now = 0;
            int next = 0;
            while (next < video.frames() && readAfter < 0) {
                int newest = Math.max(next, (int) (now / INTERVAL));
                if (newest >= video.frames()) {
                    return;
                }
                Luminance picture = drawn.computeIfAbsent(newest, video::frame);
                Timed timed = reading.read(decoder, picture, (long) (newest * INTERVAL * NANOS_PER_MILLI));
                now = Math.max(now, newest * INTERVAL) + timed.cpuMillis();
                (newest < video.shownSince() ? emptyCpuMillis : cpuMillis).add(timed.cpuMillis());
                if (timed.answer().texts().contains(video.text())) {
                    readAfter = (int) Math.ceil(now / INTERVAL);
                } else {
                    wrong |= !timed.answer().texts().isEmpty();
                }
                next = newest + 1;
            }
        }
    }
}
