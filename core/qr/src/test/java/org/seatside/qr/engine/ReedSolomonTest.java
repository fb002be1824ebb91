package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReedSolomonTest {
    private static final int TRIALS = 20_000;
    private static final int[] PARITIES = {7, 10, 13, 16, 17, 22, 28, 30};

    private final ReedSolomon reedSolomon = new ReedSolomon();

    /// A block with known errors and erasures, some of which may hold the right codeword all the same.
    private static final class Damaged {
        final int[] right;
        final int[] block;
        final int parity;
        final int[] erasures;

        private Damaged(int[] right, int[] block, int parity, int[] erasures) {
            this.right = right;
            this.block = block;
            this.parity = parity;
            this.erasures = erasures;
        }

        static Damaged of(Random random, int errors, int erased, int parity) {
            int length = parity + 1 + random.nextInt(BlockLayout.LONGEST_BLOCK - parity);
            length = Math.max(length, errors + erased);
            int[] right = new int[length];
            for (int i = 0; i < length - parity; i++) {
                right[i] = random.nextInt(256);
            }
            new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(right, parity);
            int[] places =
                    random.ints(0, length).distinct().limit(errors + erased).toArray();
            int[] block = right.clone();
            int[] erasures = new int[erased];
            for (int i = 0; i < places.length; i++) {
                if (i < errors) {
                    block[places[i]] ^= 1 + random.nextInt(255);
                } else {
                    block[places[i]] = random.nextInt(256);
                    erasures[i - errors] = places[i];
                }
            }
            return new Damaged(right, block, parity, erasures);
        }
    }

    @Test
    void correctsAllThatTheParityAllows() {
        Random random = new Random(1960);
        for (int trial = 0; trial < TRIALS; trial++) {
            int parity = PARITIES[random.nextInt(PARITIES.length)];
            int erased = random.nextInt(parity + 1);
            int errors = random.nextInt((parity - erased) / 2 + 1);
            Damaged damaged = Damaged.of(random, errors, erased, parity);

            int corrected = correct(damaged);

            assertEquals(errors, corrected, "seed 1960, trial " + trial);
            assertArrayEquals(damaged.right, damaged.block, "seed 1960, trial " + trial);
        }
    }

    @Test
    void neverReturnsADamagedBlockAsTheRightOneBeyondThat() {
        Random random = new Random(1961);
        int miscorrected = 0;
        for (int trial = 0; trial < TRIALS; trial++) {
            int parity = PARITIES[random.nextInt(PARITIES.length)];
            int errors = parity / 2 + 1 + random.nextInt(parity / 2);
            Damaged damaged = Damaged.of(random, errors, 0, parity);

            if (correct(damaged) != ReedSolomon.FAILED) {
                assertNotEquals(0, errors);
                miscorrected++;
            }
        }

        // A decoder that corrects t errors lands near another code word once in about t! (MacWilliams and Sloane,
        // The Theory of Error-Correcting Codes, 16.1); 3! for the smallest parity here.
        assertEquals(0, miscorrected / (TRIALS / 40), miscorrected + " of " + TRIALS);
    }

    @Test
    void refusesMoreErasuresThanParity() {
        Damaged damaged = Damaged.of(new Random(3), 0, 11, 10);

        assertEquals(ReedSolomon.FAILED, correct(damaged));
    }

    private int correct(Damaged damaged) {
        return reedSolomon.correct(
                damaged.block, damaged.block.length, damaged.parity, damaged.erasures, damaged.erasures.length);
    }
}
