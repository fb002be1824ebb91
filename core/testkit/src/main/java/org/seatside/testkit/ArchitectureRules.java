package org.seatside.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.ArrayList;
import java.util.List;

/// The house rules of architecture, each with its reason, checked on the classes a module is made of.
///
/// Every module calls [#check] once from its `ArchitectureTest`, with its package and the number of classes it has
/// at least: a check that saw nothing would pass whatever the rules say.
public final class ArchitectureRules {
    private static final String ROOT = "org.seatside";

    private ArchitectureRules() {}

    /// Checks every rule that applies below a package and reports all that is broken at once.
    ///
    /// @param modulePackage the package of one module, such as `org.seatside.model`
    /// @param minimumClasses how many classes of its own, without tests, the module has at least; at least 1
    /// @throws AssertionError if fewer classes were seen or a rule is broken; the message names rule, reason, place
    public static void check(String modulePackage, int minimumClasses) {
        var classes = imported(modulePackage);
        requireSeen(classes, modulePackage, minimumClasses);
        report(brokenRules(classes, HouseRules.all()));
    }

    /// Checks that a class, and everything of ours that it calls directly or not, reads no clock, draws no random
    /// number and touches neither network nor file: the same commands must lead every node to the same state.
    ///
    /// @param className the fully qualified name of the class at which the walk starts
    /// @throws AssertionError if there is no such class or the walk meets such a call; the message shows the way
    public static void checkDeterministic(String className) {
        var classes = imported(ROOT);
        if (!classes.contain(className)) {
            throw new AssertionError(
                    "no class " + className + ": the determinism rule has nothing to look at; give its new name");
        }
        var found = new Determinism(ROOT).violations(classes.get(className));
        if (!found.isEmpty()) {
            throw new AssertionError(className + " must come to the same state on every node, "
                    + "so time, ids and chance have to be in the command:\n" + String.join("\n", found));
        }
    }

    static JavaClasses imported(String modulePackage) {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                // What JMH's annotation processor writes follows its rules, not ours.
                .withImportOption(location -> !location.contains("/jmh_generated/"))
                .importPackages(modulePackage);
    }

    static void requireSeen(JavaClasses classes, String modulePackage, int minimumClasses) {
        if (minimumClasses < 1) {
            throw new IllegalArgumentException("a floor below 1 lets a check pass that saw nothing");
        }
        var seen = classes.that(DescribedPredicate.describe("named", ArchitectureRules::isNamed))
                .size();
        if (seen < minimumClasses) {
            throw new AssertionError("saw " + seen + " classes below " + modulePackage + ", expected at least "
                    + minimumClasses + ": either the package is wrong or the floor has to be lowered");
        }
    }

    static List<String> brokenRules(JavaClasses classes, List<ArchRule> rules) {
        var broken = new ArrayList<String>();
        for (var rule : rules) {
            EvaluationResult result = rule.allowEmptyShould(true).evaluate(classes);
            if (result.hasViolation()) {
                broken.add(result.getFailureReport().toString());
            }
        }
        return broken;
    }

    private static void report(List<String> broken) {
        if (!broken.isEmpty()) {
            throw new AssertionError(String.join("\n\n", broken));
        }
    }

    private static boolean isNamed(JavaClass type) {
        return !type.isAnonymousClass();
    }
}
