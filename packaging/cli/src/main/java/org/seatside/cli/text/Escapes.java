package org.seatside.cli.text;

/// Makes texts from outside safe to print: a code or a file name may hold control characters that a terminal
/// obeys, or direction marks that make it show something else than it is.
public final class Escapes {
    private Escapes() {}

    /// As it reads, with a backslash escape for everything that is not plainly visible.
    public static String terminal(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                case '\\' -> escaped.append("\\\\");
                default -> append(escaped, point);
            }
        });
        return escaped.toString();
    }

    /// As a JSON string with its quotes (RFC 8259, 7). Whatever a terminal might obey is escaped here too.
    public static String json(String text) {
        StringBuilder escaped = new StringBuilder("\"");
        text.codePoints().forEach(point -> {
            switch (point) {
                case '"' -> escaped.append("\\\"");
                case '\\' -> escaped.append("\\\\");
                default -> append(escaped, point);
            }
        });
        return escaped.append('"').toString();
    }

    private static void append(StringBuilder escaped, int point) {
        if (isPlain(point)) {
            escaped.appendCodePoint(point);
        } else {
            for (char unit : Character.toChars(point)) {
                escaped.append(String.format("\\u%04x", (int) unit));
            }
        }
    }

    private static boolean isPlain(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
