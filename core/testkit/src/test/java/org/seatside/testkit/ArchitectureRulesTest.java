package org.seatside.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class ArchitectureRulesTest {
    @Test
    void testkitKeepsTheRulesItSets() {
        ArchitectureRules.check("org.seatside.testkit", 5);
    }

    @Test
    void aCheckThatSawTooLittleFails() {
        var error =
                assertThrows(AssertionError.class, () -> ArchitectureRules.check("org.seatside.nothing.is.here", 1));

        assertEquals(
                "saw 0 classes below org.seatside.nothing.is.here, expected at least 1: "
                        + "either the package is wrong or the floor has to be lowered",
                error.getMessage());
    }

    @Test
    void aFloorOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ArchitectureRules.check("org.seatside.testkit", 0));
    }
}
