package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;
import org.seatside.testkit.HostileSymbols;
import org.seatside.testkit.HostileSymbols.Codewords;
import org.seatside.testkit.HostileSymbols.Kind;
import org.seatside.testkit.Seeds;

/// Symbols that somebody prints to do harm. `-Dseatside.long=true` takes 100,000 of them.
class HostileSymbolsTest {
    private static final boolean LONG = Boolean.getBoolean("seatside.long");
    private static final int STREAMS = LONG ? 100_000 : 20_000;
    private static final int WHOLE = LONG ? 10_000 : 300;
    private static final int DRAWN = LONG ? 1_000 : 16;

    /// Of one answer. What took longer is asked again, because a pause of the machine is not the reader's.
    private static final long MOST_NANOS = 5_000_000;

    private static final int TIMES = 5;

    /// Larger ones take the last decoders, who try everything on what is refused, seconds.
    private static final int MOST_DRAWN_VERSION = 15;

    private static final Effort EVERYTHING = new Effort(Effort.MAX_LEVEL, 1_500);

    private final SegmentReader reader = new SegmentReader();

    @Test
    void everyStreamOfSegmentsGivesATextOrARefusalInTime(TestReporter reporter) {
        long seed = Seeds.next();
        HostileSymbols symbols = new HostileSymbols(seed);
        Map<Kind, Integer> texts = new EnumMap<>(Kind.class);
        Map<Kind, Integer> refusals = new EnumMap<>(Kind.class);
        long slow = 0;
        for (int i = 0; i < STREAMS; i++) {
            Codewords words = symbols.next();
            Optional<String> text = read(words, seed, i);
            slow = Math.max(slow, nanos(words, seed, i));
            (text.isPresent() ? texts : refusals).merge(words.kind(), 1, Integer::sum);
            assertTrue(text.orElse("").length() <= 7_089, "seed " + seed + ", " + words);
        }

        reporter.publishEntry("texts " + texts + ", refusals " + refusals + ", slowest " + slow / 1_000 + " µs");
        assertEquals(List.of(Kind.values()).size(), texts.size(), "a text of every kind: " + texts);
        assertTrue(refusals.size() >= 8, "a refusal of most kinds: " + refusals);
        assertTrue(slow <= MOST_NANOS, "slowest " + slow / 1_000 + " µs");
    }

    private long nanos(Codewords words, long seed, int trial) {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < TIMES && least > MOST_NANOS / 5; time++) {
            long begun = System.nanoTime();
            read(words, seed, trial);
            least = Math.min(least, System.nanoTime() - begun);
        }
        return least;
    }

    private Optional<String> read(Codewords words, long seed, int trial) {
        try {
            return Optional.of(reader.read(words.data(), words.data().length, words.version())
                    .text());
        } catch (SegmentException refused) {
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed + ", trial " + trial + ": " + words, e);
        }
    }

    @Test
    void wholeSymbolsSayWhatTheirSegmentsSay() {
        long seed = Seeds.next();
        HostileSymbols symbols = new HostileSymbols(seed);
        SymbolDecoder decoder = new SymbolDecoder();
        for (int i = 0; i < WHOLE; i++) {
            Codewords words = symbols.next();
            SymbolFromCodewords symbol = SymbolFromCodewords.of(words.data(), words.version(), ErrorCorrection.L);

            Optional<String> read = decoder.decode(
                            symbol.soft(), SymbolVersion.of(symbol.version()), 1, false, Deadline.never())
                    .map(Message::text);

            assertEquals(said(symbol), read, "seed " + seed + ", trial " + i + ": " + words);
        }
    }

    private Optional<String> said(SymbolFromCodewords symbol) {
        try {
            byte[] data = symbol.data();
            return Optional.of(reader.read(data, data.length, symbol.version()).text());
        } catch (SegmentException refused) {
            return Optional.empty();
        }
    }

    /// All decoders of the plan see the picture, and none of them throws or says what no other would.
    @Test
    void picturesOfThemAreReadOrNotAndNothingElse() {
        long seed = Seeds.next();
        HostileSymbols symbols = new HostileSymbols(seed);
        QrReader all = new QrReader();
        int read = 0;
        for (int i = 0; i < DRAWN; i++) {
            Codewords words = symbols.next();
            int version = Math.min(words.version(), MOST_DRAWN_VERSION);
            SymbolFromCodewords symbol = SymbolFromCodewords.of(words.data(), version, ErrorCorrection.L);
            int side = (symbol.dimension() + 8) * 4;

            List<Reading> readings = all.read(Luminance.of(symbol.drawn(4), side, side), EVERYTHING);

            Optional<String> said = said(symbol);
            if (said.isPresent() && !said.get().isEmpty()) {
                assertEquals(
                        List.of(said.get()),
                        readings.stream().map(Reading::text).toList(),
                        "seed " + seed + ", trial " + i + ": " + words);
                read++;
            }
        }

        assertTrue(read > DRAWN / 8, read + " of " + DRAWN);
    }
}
