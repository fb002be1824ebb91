package org.seatside.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.seatside.bench.Decoder;
import org.seatside.bench.Decoder.Answer;
import org.seatside.bench.Decoders;
import org.seatside.bench.generate.EmptyKind;
import org.seatside.bench.generate.FrameGenerator;
import org.seatside.bench.generate.Kind;
import org.seatside.qr.Luminance;

/// One frame of 1280 x 720 at live effort: without a code, easy or hard, read by ours and by others.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ReadFrame {
    private static final long SEED = 1;

    @Param({"empty", "easy", "hard"})
    public String frame = "";

    @Param({"seatside", "zxing", "boofcv"})
    public String decoder = "";

    private Luminance picture = Luminance.of(new byte[0], 0, 0);
    private Decoder reader = Decoders.zxing();

    @Setup
    public void draw() {
        FrameGenerator generator = new FrameGenerator(SEED);
        picture = switch (frame) {
            case "empty" -> generator.empty(EmptyKind.ROOM, 0).picture();
            case "easy" -> generator.frame(Kind.TURN, 10, 0).picture();
            case "hard" -> generator.frame(Kind.COMBO, 3, 0).picture();
            default -> throw new IllegalArgumentException("no frame '" + frame + "'");
        };
        reader = switch (decoder) {
            case "seatside" -> Decoders.live(decoder);
            case "zxing" -> Decoders.zxing();
            case "boofcv" -> Decoders.boofcv();
            default -> throw new IllegalArgumentException("no decoder '" + decoder + "'");
        };
    }

    @Benchmark
    public Answer read() {
        return reader.read(picture);
    }
}
