package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.seatside.testkit.Seeds;

class SymbolVotesTest {
    private static final int TRIALS = Integer.getInteger("seatside.trials", 400);
    private static final long FRAME = 66_666_667;
    private static final int VERSION = 5;
    private static final SymbolVersion SYMBOL = SymbolVersion.of(VERSION);

    private final SymbolVotes votes = new SymbolVotes();
    private final SymbolDecoder decoder = new SymbolDecoder();
    private long nanos;

    @Test
    void framesThatCannotBeReadAloneAreReadTogether() {
        long seed = Seeds.next();
        Random random = new Random(seed);
        EncodedSymbol symbol = EncodedSymbol.of("the seat at the window", VERSION, ErrorCorrection.Q, 3);
        List<float[]> frames = noisy(symbol, 1.1, 12, random);

        List<String> alone =
                frames.stream().flatMap(frame -> decode(frame).stream()).toList();
        List<String> together =
                frames.stream().flatMap(frame -> count(frame).stream()).toList();

        assertEquals(List.of(), alone, "seed " + seed);
        assertTrue(!together.isEmpty(), "seed " + seed);
        assertEquals(Set.of("the seat at the window"), Set.copyOf(together), "seed " + seed);
    }

    @Test
    void mirroredFramesAreReadTogetherToo() {
        Random random = new Random(4);
        EncodedSymbol symbol = EncodedSymbol.of("behind the glass door", VERSION, ErrorCorrection.Q, 3);
        List<float[]> frames = noisy(symbol, 1.1, 12, random);

        Optional<String> text = frames.stream()
                .map(frame -> count(transposed(frame)))
                .flatMap(Optional::stream)
                .findFirst();

        assertEquals(Optional.of("behind the glass door"), text);
    }

    /// A phone changes its code every few seconds without moving.
    @Test
    void twoSymbolsShownOneAfterTheOtherNeverGiveAThirdText() {
        long seed = Seeds.next();
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            ErrorCorrection level = ErrorCorrection.ofBits(random.nextInt(4));
            String start = SymbolDecoderTest.digits(random, random.nextInt(12));
            String first = start + SymbolDecoderTest.digits(random, 24);
            String second = start + SymbolDecoderTest.digits(random, 24);
            double noise = 0.7 + 0.6 * random.nextDouble();
            int mask = random.nextInt(8);
            votes.clear();
            List<float[]> frames = new ArrayList<>(
                    noisy(EncodedSymbol.of(first, VERSION, level, mask), noise, 1 + random.nextInt(6), random));
            frames.addAll(noisy(EncodedSymbol.of(second, VERSION, level, mask), noise, 6, random));
            for (float[] frame : frames) {
                Optional<String> text = count(frame);
                read += text.isPresent() ? 1 : 0;
                if (text.isPresent() && !Set.of(first, second).contains(text.get())) {
                    wrong.add("seed " + seed + ", trial " + trial);
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(read > TRIALS / 2, "too much noise to show anything: " + read + " read, seed " + seed);
    }

    /// Light that favours one half of one symbol and the other half of another: simply added up they are a
    /// third.
    @Test
    void halvesOfTwoSymbolsAreNotJoined() {
        String shared = "0123456789012345678901234567890";
        String first = shared + "ABCDEFGHIJKLMNOPQRSTUVWXYzab";
        String second = shared + "zyxwvutsrqponmlkjihgfedcbazy";
        float[] one = favouring(EncodedSymbol.of(first, VERSION, ErrorCorrection.Q, 2), 2);
        float[] other = favouring(EncodedSymbol.of(second, VERSION, ErrorCorrection.Q, 2), 3);
        float[] sum = new float[one.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
        }

        Optional<String> joined = decode(sum);
        List<Optional<String>> counted = List.of(count(one), count(other), count(one), count(other));

        assertTrue(joined.isPresent() && !Set.of(first, second).contains(joined.get()), "the trap: " + joined);
        assertEquals(Set.of(Optional.empty()), Set.copyOf(counted));
    }

    @Test
    void ballotsAreFewAndForgottenAfterTwoSeconds() {
        Random random = new Random(9);
        EncodedSymbol symbol = EncodedSymbol.of("1", VERSION, ErrorCorrection.L, 3);
        noisy(symbol, 3, 40, random).forEach(this::count);

        int most = votes.size();
        nanos += 3_000_000_000L;
        votes.count(new UnreadSymbols(), 0, 0, 1, nanos, Deadline.never());

        assertEquals(16, most);
        assertEquals(0, votes.size());
    }

    @Test
    void oneFrameHasOneVoteHoweverOftenItIsLookedAt() {
        float[] frame = noisy(EncodedSymbol.of("1", VERSION, ErrorCorrection.L, 3), 3, 1, new Random(1))
                .getFirst();

        votes.count(unread(frame, 0.6), 0, 0, 1, 1, Deadline.never());
        votes.count(unread(frame, 0.7), 0, 0, 1, 1, Deadline.never());
        votes.count(unread(frame, 0.5), 0, 0, 1, 1, Deadline.never());

        assertEquals(1, votes.size());
    }

    private Optional<String> count(float[] frame) {
        nanos += FRAME;
        return votes.count(unread(frame, 0.7), 0, 0, 1, nanos, Deadline.never()).map(Symbol::text);
    }

    private Optional<String> decode(float[] soft) {
        return decoder.decode(soft, SYMBOL, 2, true, Deadline.never()).map(Message::text);
    }

    private static UnreadSymbols unread(float[] soft, double fitness) {
        Grid grid = new Grid();
        double d = SYMBOL.dimension();
        double[] corners = {0, 0, d, 0, 0, d, d, d};
        assertTrue(grid.set(SYMBOL.dimension(), corners, corners));
        UnreadSymbols unread = new UnreadSymbols();
        unread.offer(SYMBOL, grid, fitness, soft);
        return unread;
    }

    private static List<float[]> noisy(EncodedSymbol symbol, double noise, int frames, Random random) {
        return IntStream.range(0, frames)
                .mapToObj(_ -> {
                    float[] soft = symbol.soft();
                    for (int i = 0; i < soft.length; i++) {
                        soft[i] += (float) (noise * random.nextGaussian());
                    }
                    return soft;
                })
                .toList();
    }

    /// Clear in all error correction blocks but one of the last two.
    private static float[] favouring(EncodedSymbol symbol, int block) {
        float[] soft = symbol.soft();
        BlockLayout layout = SYMBOL.layout(ErrorCorrection.Q);
        int dim = 5 - block;
        CodewordPath path = new CodewordPath();
        path.start(SYMBOL);
        while (path.next()) {
            for (int i = 0; i < layout.dataOf(dim) + layout.parity(); i++) {
                if (layout.at(dim, i) == path.bit() >> 3) {
                    soft[path.module()] *= 0.1f;
                }
            }
        }
        return soft;
    }

    private static float[] transposed(float[] soft) {
        int d = SYMBOL.dimension();
        float[] transposed = new float[d * d];
        for (int i = 0; i < d * d; i++) {
            transposed[i] = soft[i % d * d + i / d];
        }
        return transposed;
    }
}
