package org.seatside.exchange.table;

/// Texts that a spreadsheet would compute instead of show (OWASP, CSV injection).
public final class Formulas {
    /// What a spreadsheet takes for "this is text" at the beginning of a cell.
    public static final char TEXT_MARK = '\'';

    private Formulas() {}

    /// Whether a cell with this text could be taken for a formula: its first character that can be seen begins
    /// one, also in full width, or it begins with a tab or line break.
    public static boolean begins(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if (first > '@' && first < '\u007f') {
            return false; // a letter, as nearly always
        }
        if (first == '\t' || first == '\r' || first == '\n') {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isPassedOver(c)) {
                return isOperator(c);
            }
        }
        return false;
    }

    /// Takes off what [CsvTable] put before a text, so that a table that was written is read as it was.
    public static String unmarked(String cell) {
        return cell.length() > 1 && cell.charAt(0) == TEXT_MARK && begins(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isPassedOver(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || c == '"'
                || c == TEXT_MARK;
    }

    private static boolean isOperator(char c) {
        return switch (c) {
            case '=', '+', '-', '@', '\uff1d', '\uff0b', '\uff0d', '\uff20', '\u2212' -> true;
            default -> false;
        };
    }
}
