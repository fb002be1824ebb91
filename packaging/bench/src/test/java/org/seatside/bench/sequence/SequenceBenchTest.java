package org.seatside.bench.sequence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.seatside.bench.Decoder;
import org.seatside.bench.Stopwatch.Timed;
import org.seatside.bench.sequence.SequenceBench.Result;
import org.seatside.qr.Luminance;

class SequenceBenchTest {
    private static final int SHOWN = 10;
    private static final int CLEAR = 14;
    private static final int FRAMES = 40;

    /// A video of one-pixel frames, each as bright as its number.
    private static final Footage VIDEO = new Footage() {
        @Override
        public int frames() {
            return FRAMES;
        }

        @Override
        public String text() {
            return "text";
        }

        @Override
        public Luminance frame(int index) {
            return Luminance.of(new byte[] {(byte) index}, 1, 1);
        }

        @Override
        public int shownSince() {
            return SHOWN;
        }

        @Override
        public int clearSince() {
            return CLEAR;
        }
    };

    private final List<Integer> seen = new ArrayList<>();

    /// Reads this text from a frame on.
    private Decoder reading(String text, int from) {
        return new Decoder() {
            @Override
            public String name() {
                return "scripted";
            }

            @Override
            public Answer read(Luminance picture) {
                int frame = picture.pixels()[0];
                seen.add(frame);
                return frame >= from ? Answer.of(List.of(text), "one") : Answer.NOTHING;
            }
        };
    }

    private static Result watch(Decoder decoder, double cpuMillis) {
        List<Supplier<Decoder>> decoders = List.of(() -> decoder);
        SequenceBench bench = new SequenceBench(
                decoders, (reader, picture, _) -> new Timed(reader.read(picture), 1_000, cpuMillis, 0));
        return bench.run(List.of(VIDEO)).getFirst();
    }

    @Test
    void whoReadsTheFirstClearFrameInTimeNeedsOneFrameFromThere() {
        Result result = watch(reading("text", CLEAR), 20);

        assertEquals(1, result.fromClear().max());
        assertEquals(CLEAR - SHOWN + 1, result.fromShown().max());
        assertEquals(CLEAR + 1, seen.size());
        assertEquals(
                List.of(SHOWN, CLEAR - SHOWN + 1),
                List.of(result.emptyCpuMillis().size(), result.cpuMillis().size()));
    }

    @Test
    void whoTakesMoreThanTwoAndAHalfIntervalsSeesEverySecondOrThirdFrame() {
        Result result = watch(reading("text", SHOWN), 2.55 * 1000 / Footage.FRAMES_PER_SECOND);

        assertEquals(List.of(0, 2, 5, 7, 10), seen);
        assertEquals(3, result.fromShown().max());
    }

    @Test
    void aVideoWithoutTheTextIsCountedAndSoIsAWrongOne() {
        Result nothing = watch(reading("text", FRAMES), 1);
        Result wrong = watch(reading("another", SHOWN), 1);

        assertEquals(List.of(1, 0), List.of(nothing.never(), nothing.wrong()));
        assertEquals(List.of(1, 1), List.of(wrong.never(), wrong.wrong()));
        assertEquals(0, nothing.fromShown().size());
    }
}
