package org.seatside.gateway;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.IntPredicate;

/// Makes foreign text harmless where it is put.
enum Encoding {
    /// A path segment or a part of a query (RFC 3986): all but unreserved characters percent-encoded as UTF-8. Right
    /// for HTML forms too, which read `%20` like `+`.
    URL_COMPONENT {
        @Override
        String encode(String text) {
            return percent(text, Encoding::unreserved);
        }
    },
    /// Inside the quotes of a JSON string (RFC 8259, section 7).
    JSON_STRING {
        @Override
        String encode(String text) {
            StringBuilder out = new StringBuilder(text.length() + 8);
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c < ' ' || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
                    out.append("\\u").append(HexFormat.of().toHexDigits(c));
                } else {
                    out.append(c);
                }
            }
            return out.toString();
        }
    },
    /// A header's value: visible ASCII and blanks stay, the rest is percent-encoded, so that no line can be added.
    HEADER {
        @Override
        String encode(String text) {
            return percent(text, c -> c >= ' ' && c < 0x7f && c != '%');
        }
    };

    abstract String encode(String text);

    private static boolean unreserved(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }

    private static String percent(String text, IntPredicate kept) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            int value = Byte.toUnsignedInt(octet);
            if (kept.test(value)) {
                out.append((char) value);
            } else {
                out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return out.toString();
    }
}
