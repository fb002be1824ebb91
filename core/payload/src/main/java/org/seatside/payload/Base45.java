package org.seatside.payload;

import java.util.Arrays;
import java.util.Optional;

/// Base45 of RFC 9285, strictly: exactly the 45 characters of its table 1, no white space, no padding, and no group
/// whose value leaves its bytes (section 4.2: three characters over 65535, two over 255, one left alone).
/// Decoding is therefore injective: one byte string has exactly one text.
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;
    private static final int[] VALUES = values();

    private Base45() {}

    static int encodedLength(int bytes) {
        return bytes / 2 * 3 + bytes % 2 * 2;
    }

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(encodedLength(bytes.length));
        int i = 0;
        for (; i + 1 < bytes.length; i += 2) {
            int value = (bytes[i] & 0xff) << 8 | (bytes[i + 1] & 0xff);
            text.append(ALPHABET.charAt(value % BASE))
                    .append(ALPHABET.charAt(value / BASE % BASE))
                    .append(ALPHABET.charAt(value / (BASE * BASE)));
        }
        if (i < bytes.length) {
            int value = bytes[i] & 0xff;
            text.append(ALPHABET.charAt(value % BASE)).append(ALPHABET.charAt(value / BASE));
        }
        return text.toString();
    }

    /// Empty for every text that [#encode] does not produce.
    static Optional<byte[]> decode(String text) {
        int left = text.length() % 3;
        if (left == 1) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() / 3 * 2 + left / 2];
        int at = 0;
        for (int i = 0; i < text.length(); i += 3) {
            boolean pair = i + 2 < text.length();
            int value = group(text, i, pair ? 3 : 2);
            if (value < 0 || value > (pair ? 0xffff : 0xff)) {
                return Optional.empty();
            }
            if (pair) {
                bytes[at++] = (byte) (value >> 8);
            }
            bytes[at++] = (byte) value;
        }
        return Optional.of(bytes);
    }

    /// The least significant digit comes first; −1 if one of the characters is outside the alphabet.
    private static int group(String text, int from, int length) {
        int value = 0;
        for (int i = from + length - 1; i >= from; i--) {
            char c = text.charAt(i);
            int digit = c < VALUES.length ? VALUES[c] : -1;
            if (digit < 0) {
                return -1;
            }
            value = value * BASE + digit;
        }
        return value;
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        for (int i = 0; i < BASE; i++) {
            values[ALPHABET.charAt(i)] = i;
        }
        return values;
    }
}
