package org.seatside.bench.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.ChecksumException;
import com.google.zxing.ReaderException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.testkit.Seeds;

/// Whether a damaged symbol can be corrected is what says that codewords and blocks are where the map has them:
/// one module too many in the wrong block, and the decoder would not agree.
class DamageTest {
    private final SplittableRandom random = new SplittableRandom(Seeds.next());

    @ParameterizedTest
    @ValueSource(ints = {3, 7, 14})
    void damageUpToTheLimitIsCorrectedAndDamagePastItIsNot(int version) throws ReaderException {
        for (ErrorCorrectionLevel level : ErrorCorrectionLevel.values()) {
            Symbol symbol = Symbol.draw(version, level, random);

            Damage limit = Damage.upTo(1, symbol, random);
            Damage past = Damage.upTo(1 + 1.5 / new CodewordMap(symbol).correctable(), symbol, random);

            assertEquals(1, limit.share(), version + "-" + level);
            assertEquals(symbol.text(), decoded(symbol, limit), version + "-" + level);
            assertTrue(past.share() > 1, version + "-" + level);
            assertThrows(ChecksumException.class, () -> decoded(symbol, past), version + "-" + level);
        }
    }

    @Test
    void theShareIsTheHighestThatIsNotAboveWhatWasAskedFor() {
        Symbol symbol = Symbol.draw(6, ErrorCorrectionLevel.Q, random);
        double step = 1.0 / new CodewordMap(symbol).correctable();

        for (double wanted : new double[] {0.3, 0.6, 0.9}) {
            double share = Damage.upTo(wanted, symbol, random).share();

            assertTrue(share <= wanted && share > wanted - step, share + " of " + wanted);
        }
    }

    private static String decoded(Symbol symbol, Damage damage) throws ReaderException {
        boolean[] wrong = Damage.wrong(symbol, damage.marks());
        int dimension = symbol.dimension();
        BitMatrix bits = new BitMatrix(dimension);
        for (int i = 0; i < wrong.length; i++) {
            if (symbol.dark(i % dimension, i / dimension) != wrong[i]) {
                bits.set(i % dimension, i / dimension);
            }
        }
        return new Decoder().decode(bits).getText();
    }
}
