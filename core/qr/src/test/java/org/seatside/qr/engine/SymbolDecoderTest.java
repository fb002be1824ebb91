package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SymbolDecoderTest {
    private final SymbolDecoder decoder = new SymbolDecoder();

    @Test
    void decodesEveryVersionLevelAndMask() {
        for (int version = 1; version <= SymbolVersion.MOST; version++) {
            for (ErrorCorrection level : ErrorCorrection.values()) {
                for (int mask = 0; mask < 8; mask++) {
                    String text = "v" + version + level + mask;

                    Optional<String> read =
                            decode(EncodedSymbol.of(text, version, level, mask).soft(), version, false);

                    assertEquals(Optional.of(text), read);
                }
            }
        }
    }

    @Test
    void decodesFullSymbolsOfEveryVersionAndLevel() {
        Random random = new Random(7);
        for (int version = 1; version <= SymbolVersion.MOST; version++) {
            for (ErrorCorrection level : ErrorCorrection.values()) {
                SymbolVersion symbol = SymbolVersion.of(version);
                String text = digits(random, (symbol.layout(level).totalData() * 8 - 18) / 10 * 3);

                Optional<String> read =
                        decode(EncodedSymbol.of(text, version, level, 2).soft(), version, false);

                assertEquals(Optional.of(text), read, "version " + version + level);
            }
        }
    }

    @Test
    void correctsErrorsUpToTheStandardsLimitAndGivesNothingBeyond() {
        Random random = new Random(2015);
        for (int version = 1; version <= SymbolVersion.MOST; version++) {
            for (ErrorCorrection level : ErrorCorrection.values()) {
                BlockLayout layout = SymbolVersion.of(version).layout(level);
                int most = (layout.parity() - layout.reserve()) / 2;
                String text = digits(random, (layout.totalData() * 8 - 18) / 10 * 3);
                EncodedSymbol symbol = EncodedSymbol.of(text, version, level, 1);

                Optional<String> limit = decode(damaged(symbol, layout, most, random), version, false);
                Optional<String> beyond = decode(damaged(symbol, layout, most + 1, random), version, false);

                assertEquals(Optional.of(text), limit, "version " + version + level);
                assertEquals(Optional.empty(), beyond, "version " + version + level);
            }
        }
    }

    @Test
    void givesUpTheWeakestCodewordsWithinTheMargin() {
        Random random = new Random(1966);
        String text = "erased";
        EncodedSymbol symbol = EncodedSymbol.of(text, 3, ErrorCorrection.Q, 4);
        BlockLayout layout = SymbolVersion.of(3).layout(ErrorCorrection.Q);
        int most = layout.parity() - 4;

        float[] limit = weakened(symbol, layout, most, random);
        float[] beyond = weakened(symbol, layout, most + 2, random);

        assertEquals(Optional.empty(), decode(limit, 3, false));
        assertEquals(Optional.of(text), decode(limit, 3, true));
        assertEquals(Optional.empty(), decode(beyond, 3, true));
    }

    @Test
    void readsSymbolsThatAreNotFullPastTheirCorrection() {
        Random random = new Random(1866);
        String text = "not full";
        EncodedSymbol symbol = EncodedSymbol.of(text, 4, ErrorCorrection.L, 3);
        BlockLayout layout = SymbolVersion.of(4).layout(ErrorCorrection.L);
        float[] soft = symbol.soft();
        int[] modules = DataModules.ofCodewords(4);
        int[] pads = random.ints(14, layout.totalData()).distinct().limit(30).toArray();
        for (int place : pads) {
            int module = modules[8 * DataModules.indexInSymbol(layout, 0, place) + random.nextInt(8)];
            soft[module] = -soft[module];
        }

        assertEquals(Optional.empty(), decode(soft, 4, false));
        assertEquals(Optional.of(text), decode(soft, 4, true));
    }

    private Optional<String> decode(float[] soft, int version, boolean erasures) {
        return decoder.decode(soft, SymbolVersion.of(version), 1, erasures, Deadline.never())
                .map(Message::text);
    }

    static String digits(Random random, int count) {
        StringBuilder digits = new StringBuilder();
        random.ints(count, 0, 10).forEach(digits::append);
        return digits.toString();
    }

    /// Turns one module of so many codewords in every block.
    private static float[] damaged(EncodedSymbol symbol, BlockLayout layout, int perBlock, Random random) {
        float[] soft = symbol.soft();
        int[] modules = DataModules.ofCodewords(symbol.version());
        for (int b = 0; b < layout.blocks(); b++) {
            int length = layout.dataOf(b) + layout.parity();
            int[] places = random.ints(0, length).distinct().limit(perBlock).toArray();
            for (int place : places) {
                int codeword = DataModules.indexInSymbol(layout, b, place);
                int module = modules[8 * codeword + random.nextInt(8)];
                soft[module] = -soft[module];
            }
        }
        return soft;
    }

    /// The same, and the turned modules weak.
    private static float[] weakened(EncodedSymbol symbol, BlockLayout layout, int perBlock, Random random) {
        float[] right = symbol.soft();
        float[] soft = damaged(symbol, layout, perBlock, random);
        for (int i = 0; i < soft.length; i++) {
            soft[i] *= soft[i] == right[i] ? 1 : 0.01f;
        }
        return soft;
    }
}
