package org.seatside.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatside.service.broken.log.RolledDice;
import org.seatside.service.broken.log.Steady;

final class DeterminismTest {
    @Test
    void findsChanceInLambdasAndBehindPorts() {
        var found = violations(RolledDice.class);

        assertEquals(2, found.size(), found.toString());
        assertTrue(
                found.stream()
                        .anyMatch(it -> it.startsWith("RolledDice.apply -> java.util.UUID.randomUUID at (RolledDice")),
                found.toString());
        assertTrue(
                found.stream()
                        .anyMatch(it -> it.startsWith("RolledDice.apply -> DatedShelf.put -> java.time.Instant.now")),
                found.toString());
    }

    @Test
    void doesNotBlameWhatIsNotCalled() {
        assertEquals(List.of(), violations(Steady.class));
    }

    @Test
    void refusesToPassOnAClassThatIsGone() {
        var error = assertThrows(
                AssertionError.class, () -> ArchitectureRules.checkDeterministic("org.seatside.service.log.Renamed"));

        assertEquals(
                "no class org.seatside.service.log.Renamed: the determinism rule has nothing to look at; "
                        + "give its new name",
                error.getMessage());
    }

    private static List<String> violations(Class<?> start) {
        var classes = new ClassFileImporter().importPackages("org.seatside.service.broken");
        return new Determinism("org.seatside").violations(classes.get(start));
    }
}
