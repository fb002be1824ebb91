package org.seatside.kiosk.ui;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What a key stands for on the keyboard that scanners pretend to be (United States), by the key and not by
/// what an input method makes of it: with Hangul input on, a scanner still types a code.
final class KeyNames {
    private static final String SHIFTED_DIGITS = ")!@#$%^&*(";
    private static final Map<KeyCode, String> SYMBOLS = Map.of(
            KeyCode.SPACE, "  ",
            KeyCode.MINUS, "-_",
            KeyCode.EQUALS, "=+",
            KeyCode.PERIOD, ".>",
            KeyCode.SLASH, "/?",
            KeyCode.SEMICOLON, ";:",
            KeyCode.COMMA, ",<");
    private static final Map<KeyCode, Character> UNSHIFTED = Map.of(
            KeyCode.ADD, '+',
            KeyCode.SUBTRACT, '-',
            KeyCode.MULTIPLY, '*',
            KeyCode.DIVIDE, '/',
            KeyCode.DECIMAL, '.',
            KeyCode.COLON, ':',
            KeyCode.DOLLAR, '$',
            KeyCode.PLUS, '+',
            KeyCode.ASTERISK, '*');

    private KeyNames() {}

    static Optional<Character> character(KeyEvent event) {
        if (event.isControlDown() || event.isAltDown() || event.isMetaDown()) {
            return Optional.empty();
        }
        KeyCode code = event.getCode();
        int shift = event.isShiftDown() ? 1 : 0;
        if (code.isDigitKey()) {
            int digit = code.getName().charAt(code.getName().length() - 1) - '0';
            return Optional.of(shift == 1 && !code.isKeypadKey() ? SHIFTED_DIGITS.charAt(digit) : (char) ('0' + digit));
        }
        if (code.isLetterKey()) {
            char letter = code.getName().charAt(0);
            return Optional.of(shift == 1 ? letter : Character.toLowerCase(letter));
        }
        String symbol = SYMBOLS.get(code);
        return symbol == null ? Optional.ofNullable(UNSHIFTED.get(code)) : Optional.of(symbol.charAt(shift));
    }
}
