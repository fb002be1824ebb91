package org.seatside.bench.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatside.bench.BoofDecoder;
import org.seatside.bench.Decoder;
import org.seatside.bench.Decoders;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.Reading.Corner;

class FrameGeneratorTest {
    private static final List<Decoder> DECODERS = List.of(
            Decoders.zxing(), Decoders.boofcv(), Decoders.seatside("seatside", Effort.untimed(Effort.MAX_LEVEL)));

    private final FrameGenerator generator = new FrameGenerator(1);

    @Test
    void theBytesOfASeedAreTheSameEverywhereAndForever() {
        List<String> sums = List.of(
                sum(generator.frame(Kind.COMBO, 2, 0)),
                sum(generator.frame(Kind.CYLINDER, 70, 3)),
                sum(generator.frame(Kind.MOIRE, 0.25, 1)),
                sum(generator.empty(EmptyKind.TEXT, 0)));

        assertEquals(List.of("3e394382", "13ac1620", "2581251a", "58d1e79a"), sums);
    }

    @Test
    void otherSeedsAndNumbersDrawOtherFrames() {
        Set<String> sums = new HashSet<>();
        for (long seed = 0; seed < 2; seed++) {
            for (int number = 0; number < 2; number++) {
                sums.add(sum(new FrameGenerator(seed).frame(Kind.SIZE, 3, number)));
            }
        }

        assertEquals(4, sums.size());
    }

    @ParameterizedTest
    @EnumSource
    void atItsMildestEveryKindIsReadBySomebody(Kind kind) {
        Frame frame = generator.frame(kind, kind.strengths().getFirst(), 0);

        List<String> read = new ArrayList<>();
        for (Decoder decoder : DECODERS) {
            if (read.isEmpty()) {
                read.addAll(decoder.read(frame.picture()).texts());
            }
        }

        assertFalse(read.isEmpty(), kind + " was read by nobody");
        assertTrue(frame.texts().containsAll(read), read + " instead of " + frame.texts());
    }

    @ParameterizedTest
    @EnumSource
    void nobodyReadsAnythingInAnEmptyFrame(EmptyKind kind) {
        Luminance picture = generator.empty(kind, 0).picture();

        List<String> read = new ArrayList<>();
        DECODERS.subList(0, 2)
                .forEach(decoder -> read.addAll(decoder.read(picture).texts()));

        assertEquals(List.of(), read);
    }

    @ParameterizedTest
    @EnumSource(names = {"TURN", "TILT", "VERSION", "MIRRORED"})
    void theCornersAreWhereAnotherDetectorMeasuresThem(Kind kind) {
        Frame frame = generator.frame(kind, kind.strengths().getFirst(), 0);
        BoofDecoder boofcv = new BoofDecoder();

        assertEquals(frame.texts(), boofcv.read(frame.picture()).texts());

        double[] seen = boofcv.corners().getFirst();
        List<Corner> truth = frame.codes().getFirst().corners();
        assertEquals(0, worst(truth.subList(0, 2), seen), 1, "the finders at the top");
        assertEquals(0, worst(truth.subList(3, 4), seen), 1, "the finder at the bottom");
        assertEquals(0, worst(truth, seen), 3, "the corner without a finder, which is only extrapolated");
    }

    /// The longest way from one of the corners to the nearest that was seen.
    private static double worst(List<Corner> truth, double[] seen) {
        double worst = 0;
        for (Corner corner : truth) {
            double nearest = Double.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                nearest = Math.min(nearest, Math.hypot(seen[2 * i] - corner.x(), seen[2 * i + 1] - corner.y()));
            }
            worst = Math.max(worst, nearest);
        }
        return worst;
    }

    private static String sum(Frame frame) {
        CRC32 sum = new CRC32();
        sum.update(frame.picture().pixels());
        return Long.toHexString(sum.getValue());
    }
}
