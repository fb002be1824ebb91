package org.seatside.service;

import java.util.Locale;

/// Codes that people read off and type: Crockford's base 32, in groups of four. Case does not matter, O reads as
/// 0, I and L as 1, hyphens and blanks are for the eye.
public final class Crockford {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int GROUP = 4;

    private Crockford() {}

    /// @param bytes a multiple of five of them, so that no bit is left over
    public static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int value = 0;
        int written = 0;
        for (byte part : bytes) {
            value = (value << Byte.SIZE) | (part & 0xff);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                if (written > 0 && written % GROUP == 0) {
                    text.append('-');
                }
                text.append(ALPHABET.charAt((value >>> bits) & 31));
                written++;
            }
        }
        return text.toString();
    }

    /// A code as it is compared.
    public static String canonical(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[ -]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
