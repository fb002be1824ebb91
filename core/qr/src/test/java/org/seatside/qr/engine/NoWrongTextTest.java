package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// A text that is not the symbol's is worse than none: symbols damaged beyond repair must give nothing.
class NoWrongTextTest {
    private static final int TRIALS = Integer.getInteger("seatside.trials", 10_000);
    private static final long SEED = 20_151;

    private final SymbolDecoder decoder = new SymbolDecoder();

    @Test
    void symbolsDamagedBeyondRepairNeverGiveAnotherText() {
        Random random = new Random(SEED);
        List<String> wrong = new ArrayList<>();
        int read = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int version = 1 + random.nextInt(4);
            ErrorCorrection level = ErrorCorrection.ofBits(random.nextInt(4));
            String text = SymbolDecoderTest.digits(random, 8);
            float[] soft = damaged(EncodedSymbol.of(text, version, level, random.nextInt(8)), random);

            Optional<Message> message = decoder.decode(soft, SymbolVersion.of(version), 2, true, Deadline.never());

            read += message.isPresent() ? 1 : 0;
            if (message.isPresent() && !message.get().text().equals(text)) {
                wrong.add("seed " + SEED + ", trial " + trial + ", version " + version + level);
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(read < TRIALS / 5, "too little damage to show anything: " + read + " read");
    }

    /// The same search must find what it looks for where the safeguards are taken away: a block of the weakest symbol
    /// corrected to its full capacity, without reserve, margin or padding.
    @Test
    void theSameDamageDoesGiveWrongBlocksWithoutTheSafeguards() {
        Random random = new Random(SEED);
        ReedSolomon reedSolomon = new ReedSolomon();
        int wrong = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int[] block = random.ints(26, 0, 256).toArray();
            int[] erasures = {0, 1, 2, 3, 4, 5};
            wrong += reedSolomon.correct(block, block.length, 7, erasures, 6) == ReedSolomon.FAILED ? 0 : 1;
        }

        assertTrue(wrong > 0, "seed " + SEED);
    }

    /// A third to a half of the modules wrong or blurred, with confidences that say little.
    private static float[] damaged(EncodedSymbol symbol, Random random) {
        float[] soft = symbol.soft();
        double share = 0.15 + 0.35 * random.nextDouble();
        boolean[] reserved = SymbolVersion.of(symbol.version()).reserved();
        for (int i = 0; i < soft.length; i++) {
            if (!reserved[i]) {
                float size = (float) Math.abs(0.6 + 0.4 * random.nextGaussian());
                soft[i] *= random.nextDouble() < share ? -size : size;
            }
        }
        return soft;
    }
}
