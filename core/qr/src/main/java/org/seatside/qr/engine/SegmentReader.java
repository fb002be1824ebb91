package org.seatside.qr.engine;

import com.google.zxing.FormatException;
import com.google.zxing.common.CharacterSetECI;
import com.google.zxing.common.StringUtils;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/// From data codewords to text: the segments of ISO/IEC 18004:2015, 7.4. Where a byte segment does not name its
/// character set, ZXing's guess among UTF-8, Shift_JIS and ISO 8859-1 is taken, so that it makes no difference
/// which decoder read the symbol.
final class SegmentReader {
    private static final String ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final char GROUP_SEPARATOR = '\u001d';
    private static final int FIRST_PAD = 0xec;
    private static final int SECOND_PAD = 0x11;
    private static final Charset SHIFT_JIS = Charset.forName("Shift_JIS");
    private static final Charset GB_18030 = Charset.forName("GB18030");

    private final BitReader bits = new BitReader();
    private final StringBuilder text = new StringBuilder();
    private Optional<Charset> named = Optional.empty();
    private boolean functionCode;

    /// @param data data codewords of all blocks in their order, `length` of them
    /// @throws SegmentException if a segment ends too late or has a mode, count or character that does not
    ///     exist
    Message read(byte[] data, int length, int version) throws SegmentException {
        return read(data, length, version, 0);
    }

    /// The same after so many bits that mean nothing.
    Message read(byte[] data, int length, int version, int skipped) throws SegmentException {
        bits.open(data, length);
        bits.read(skipped);
        text.setLength(0);
        named = Optional.empty();
        functionCode = false;
        boolean more = true;
        while (more && bits.available() >= 4) {
            more = readSegment(version);
        }
        int padding = bits.available() / 8;
        int wrong = 0;
        for (int i = 0; i < padding; i++) {
            int expected = i % 2 == 0 ? FIRST_PAD : SECOND_PAD;
            wrong += (data[length - padding + i] & 0xff) == expected ? 0 : 1;
        }
        return new Message(text.toString(), padding, wrong);
    }

    /// False at the terminator. Mode indicators: table 2.
    private boolean readSegment(int version) throws SegmentException {
        switch (bits.read(4)) {
            case 0 -> {
                return false;
            }
            case 1 -> readNumeric(bits.read(countBits(version, 10, 12, 14)));
            case 2 -> readAlphanumeric(bits.read(countBits(version, 9, 11, 13)));
            case 3 -> bits.read(16); // structured append: position and parity, 8.1; the part's text is given
            case 4 -> readBytes(bits.read(countBits(version, 8, 16, 16)));
            case 5 -> functionCode = true;
            case 7 -> readCharset();
            case 8 -> readDoubleBytes(bits.read(countBits(version, 8, 10, 12)), SHIFT_JIS, 0xc0, 0x8140, 0xc140);
            case 9 -> {
                functionCode = true;
                bits.read(8); // application indicator, 7.4.8.3
            }
            case 13 -> {
                bits.read(4); // GB/T 18284: subset 1, GB 2312
                readDoubleBytes(bits.read(countBits(version, 8, 10, 12)), GB_18030, 0x60, 0xa1a1, 0xa6a1);
            }
            default -> throw new SegmentException("no such mode");
        }
        return true;
    }

    /// Reads the count of a numeric, alphanumeric or byte segment and gives the bits that follow it; -1 for other
    /// modes.
    static int bits(int mode, BitReader bits, int version) throws SegmentException {
        return switch (mode) {
            case 1 -> {
                int count = bits.read(countBits(version, 10, 12, 14));
                yield count / 3 * 10 + (count % 3 == 0 ? 0 : 1 + 3 * (count % 3));
            }
            case 2 -> {
                int count = bits.read(countBits(version, 9, 11, 13));
                yield count / 2 * 11 + count % 2 * 6;
            }
            case 4 -> 8 * bits.read(countBits(version, 8, 16, 16));
            default -> -1;
        };
    }

    /// Table 3.
    private static int countBits(int version, int small, int middle, int large) {
        return version < 10 ? small : version < 27 ? middle : large;
    }

    private void readNumeric(int count) throws SegmentException {
        int left = count;
        for (; left >= 3; left -= 3) {
            digits(bits.read(10), 3);
        }
        if (left == 2) {
            digits(bits.read(7), 2);
        } else if (left == 1) {
            digits(bits.read(4), 1);
        }
    }

    private void digits(int value, int count) throws SegmentException {
        String digits = Integer.toString(value);
        if (digits.length() > count) {
            throw new SegmentException("a group of digits is too large");
        }
        text.repeat('0', count - digits.length()).append(digits);
    }

    private void readAlphanumeric(int count) throws SegmentException {
        int start = text.length();
        int left = count;
        for (; left >= 2; left -= 2) {
            int pair = bits.read(11);
            character(pair / 45);
            character(pair % 45);
        }
        if (left == 1) {
            character(bits.read(6));
        }
        if (functionCode) {
            separate(start);
        }
    }

    private void character(int value) throws SegmentException {
        if (value >= ALPHANUMERIC.length()) {
            throw new SegmentException("no such alphanumeric character");
        }
        text.append(ALPHANUMERIC.charAt(value));
    }

    /// After FNC1 a percent sign is a separator and two of them are one percent sign (7.4.8.2).
    private void separate(int start) {
        for (int i = start; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                continue;
            }
            if (i + 1 < text.length() && text.charAt(i + 1) == '%') {
                text.deleteCharAt(i + 1);
            } else {
                text.setCharAt(i, GROUP_SEPARATOR);
            }
        }
    }

    private void readBytes(int count) throws SegmentException {
        if (8 * count > bits.available()) {
            throw new SegmentException("fewer bytes than the segment says");
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) bits.read(8);
        }
        text.append(new String(bytes, named.orElseGet(() -> StringUtils.guessCharset(bytes, Map.of()))));
    }

    /// Pairs of bytes packed into 13 bits (7.4.6).
    private void readDoubleBytes(int count, Charset charset, int base, int low, int high) throws SegmentException {
        if (13 * count > bits.available()) {
            throw new SegmentException("fewer characters than the segment says");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2 * count);
        int limit = base == 0xc0 ? 0x1f00 : 0x0a00;
        for (int i = 0; i < count; i++) {
            int packed = bits.read(13);
            int pair = ((packed / base) << 8) | (packed % base);
            pair += pair < limit ? low : high;
            bytes.write(pair >> 8);
            bytes.write(pair);
        }
        text.append(bytes.toString(charset));
    }

    /// An ECI designator of 8, 16 or 24 bits (7.4.2.2).
    private void readCharset() throws SegmentException {
        int first = bits.read(8);
        int value;
        if ((first & 0x80) == 0) {
            value = first;
        } else if ((first & 0xc0) == 0x80) {
            value = ((first & 0x3f) << 8) | bits.read(8);
        } else if ((first & 0xe0) == 0xc0) {
            value = ((first & 0x1f) << 16) | bits.read(16);
        } else {
            throw new SegmentException("no such ECI designator");
        }
        try {
            CharacterSetECI eci = CharacterSetECI.getCharacterSetECIByValue(value);
            if (eci == null) {
                throw new SegmentException("an ECI that is no character set");
            }
            named = Optional.of(eci.getCharset());
        } catch (FormatException e) {
            throw new SegmentException("an ECI that is no character set");
        }
    }
}
