package org.seatside.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule is shown a class that breaks it: a rule that cannot fail guards nothing.
final class HouseRulesTest {
    private static final JavaClasses EVERYTHING = new ClassFileImporter().importPackages("org.seatside");

    static Stream<Arguments> brokenRules() {
        return Stream.of(
                Arguments.of(HouseRules.packagesAreNullMarked(), "org.seatside.broken", "Unmarked"),
                Arguments.of(HouseRules.packagesAreFreeOfCycles(), "org.seatside.kiosk.broken", "Cycle detected"),
                Arguments.of(HouseRules.viewModelsKnowNoWidget(), "org.seatside.kiosk.broken", "javafx.scene.Node"),
                Arguments.of(HouseRules.platformRunLaterOnlyInFx(), "org.seatside.kiosk.broken", "calls method"),
                Arguments.of(HouseRules.platformRunLaterOnlyInFx(), "org.seatside.kiosk.broken", "references method"),
                Arguments.of(
                        HouseRules.threadsAreStartedAtTheEdges(), "org.seatside.service.broken", "startVirtualThread"),
                Arguments.of(
                        HouseRules.threadsAreStartedAtTheEdges(),
                        "org.seatside.service.broken",
                        "newSingleThreadExecutor"),
                Arguments.of(HouseRules.serviceKnowsNoAdapter(), "org.seatside.service.broken", "java.sql.Connection"),
                Arguments.of(HouseRules.modelKnowsNothingButTheLanguage(), "org.seatside.model.broken", "org.h2"),
                Arguments.of(
                        HouseRules.oneStackPerModule("H2", "org.seatside.storage..", "org.h2.."),
                        "org.seatside.model.broken",
                        "org.h2"),
                Arguments.of(HouseRules.logbackOnlyWhereProgramsStart(), "org.seatside.service.broken", "logback"),
                Arguments.of(HouseRules.adminScreensKnowNoServer(), "org.seatside.admin.broken", "server.broken.Port"),
                Arguments.of(HouseRules.noJavaUtilLogging(), "org.seatside.service.broken", "java.util.logging"),
                Arguments.of(HouseRules.noStandardStreams(), "org.seatside.service.broken", "System.out"),
                Arguments.of(HouseRules.noGenericExceptions(), "org.seatside.service.broken", "RuntimeException"));
    }

    @ParameterizedTest
    @MethodSource("brokenRules")
    void ruleFindsTheClassThatBreaksIt(ArchRule rule, String brokenPackage, String named) {
        var broken = ArchitectureRules.brokenRules(below(brokenPackage), List.of(rule));

        assertEquals(1, broken.size(), rule.getDescription());
        assertTrue(broken.getFirst().contains(named), broken.getFirst());
        assertTrue(broken.getFirst().contains("because"), broken.getFirst());
    }

    @Test
    void goodNeighboursBreakNothing() {
        var broken = ArchitectureRules.brokenRules(below("org.seatside.server.broken"), HouseRules.all());

        assertEquals(List.of(), broken);
    }

    private static JavaClasses below(String name) {
        return EVERYTHING.that(JavaClass.Predicates.resideInAPackage(name + ".."));
    }
}
