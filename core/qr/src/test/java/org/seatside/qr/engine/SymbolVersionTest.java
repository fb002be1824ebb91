package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolVersionTest {
    @Test
    void agreesWithZxingOnAlignmentAndCodewordsOfAllVersions() {
        for (int number = 1; number <= SymbolVersion.MOST; number++) {
            SymbolVersion version = SymbolVersion.of(number);
            Version known = Version.getVersionForNumber(number);

            assertEquals(known.getDimensionForVersion(), version.dimension());
            assertArrayEquals(known.getAlignmentPatternCenters(), version.alignment(), "version " + number);
            assertEquals(known.getTotalCodewords(), version.codewords(), "version " + number);
        }
    }

    @Test
    void agreesWithZxingOnTheBlocksOfAllVersionsAndLevels() {
        for (int number = 1; number <= SymbolVersion.MOST; number++) {
            for (ErrorCorrection level : ErrorCorrection.values()) {
                BlockLayout layout = SymbolVersion.of(number).layout(level);
                List<Integer> data = new ArrayList<>();
                for (int b = 0; b < layout.blocks(); b++) {
                    data.add(layout.dataOf(b));
                }

                Version.ECBlocks known = Version.getVersionForNumber(number)
                        .getECBlocksForLevel(ErrorCorrectionLevel.valueOf(level.name()));
                List<Integer> expected = new ArrayList<>();
                for (Version.ECB group : known.getECBlocks()) {
                    for (int i = 0; i < group.getCount(); i++) {
                        expected.add(group.getDataCodewords());
                    }
                }
                assertEquals(expected, data, "version " + number + level);
                assertEquals(known.getECCodewordsPerBlock(), layout.parity());
                assertEquals(data.stream().mapToInt(Integer::intValue).sum(), layout.totalData());
            }
        }
    }

    @Test
    void showsTheFunctionPatternsThatZxingDraws() {
        for (int number = 1; number <= SymbolVersion.MOST; number++) {
            SymbolVersion version = SymbolVersion.of(number);
            float[] drawn = EncodedSymbol.of("0", number, ErrorCorrection.M, 3).soft();

            int patterns = 0;
            for (int i = 0; i < drawn.length; i++) {
                if (version.pattern()[i] != 0) {
                    assertEquals(-version.pattern()[i], drawn[i], "version " + number + " module " + i);
                    patterns++;
                }
            }

            assertEquals(version.patternX().length, patterns);
        }
    }
}
