package org.seatside.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import java.util.MissingResourceException;
import javafx.beans.value.ObservableValue;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages messages = new Messages(MessagesTest.class, "sample", Locale.KOREA);

    @Test
    void textsSwitchWithTheLanguage() {
        ObservableValue<String> greeting = messages.text("greeting", "Ada");

        String before = greeting.getValue();
        messages.switchTo(Locale.ENGLISH);

        assertEquals("Ada님, 안녕하세요", before);
        assertEquals("Hello, Ada", greeting.getValue());
    }

    @Test
    void apostrophesAreThoseOfTheFormat() {
        assertEquals("It's here", messages.in(Locale.ENGLISH, "only.here"));
    }

    @Test
    void aKeyThatOneLanguageLacksIsAnExceptionAndNeverAnotherLanguage() {
        assertThrows(MissingResourceException.class, () -> messages.now("only.here"));
        assertThrows(MissingResourceException.class, () -> messages.text("only.here"));
    }

    @Test
    void aFileThatIsNotThereIsAnException() {
        assertThrows(MissingResourceException.class, () -> new Messages(MessagesTest.class, "nothing", Locale.ENGLISH));
    }

    @Test
    void otherLanguagesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> messages.switchTo(Locale.FRENCH));
    }
}
