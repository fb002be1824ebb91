package org.seatside.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("sets a system property")
final class SeedsTest {
    private String before = "";

    @BeforeEach
    void keepProperty() {
        before = System.getProperty(Seeds.PROPERTY, "");
    }

    @AfterEach
    void restoreProperty() {
        System.setProperty(Seeds.PROPERTY, before);
    }

    @Test
    void aGivenSeedIsTheOneUsed() {
        System.setProperty(Seeds.PROPERTY, "-42");

        assertEquals(-42L, Seeds.next());
    }

    @Test
    void withoutOneEveryDrawIsNew() {
        System.setProperty(Seeds.PROPERTY, "");

        assertNotEquals(Seeds.next(), Seeds.next());
    }

    @Test
    void aSeedThatIsNoNumberIsRefused() {
        System.setProperty(Seeds.PROPERTY, "lucky");

        assertThrows(IllegalArgumentException.class, Seeds::next);
    }
}
