package org.seatside.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.NullMarked;

/// The rules themselves. Each says why it is there; who needs an exemption adds it here, with its reason.
final class HouseRules {
    private static final Set<String> THREAD_MAKERS = Set.of("<init>", "ofVirtual", "ofPlatform", "startVirtualThread");
    private static final Set<String> POOLS = Set.of(
            "java.util.Timer",
            "java.util.concurrent.Executors",
            "java.util.concurrent.ForkJoinPool",
            "java.util.concurrent.ThreadPoolExecutor",
            "java.util.concurrent.ScheduledThreadPoolExecutor");
    private static final Set<String> ON_COMMON_POOL = Set.of("supplyAsync", "runAsync");

    private HouseRules() {}

    static List<ArchRule> all() {
        return List.of(
                packagesAreNullMarked(),
                packagesAreFreeOfCycles(),
                viewModelsKnowNoWidget(),
                platformRunLaterOnlyInFx(),
                threadsAreStartedAtTheEdges(),
                serviceKnowsNoAdapter(),
                modelKnowsNothingButTheLanguage(),
                oneStackPerModule("H2 and SQL", "org.seatside.storage..", "org.h2..", "org.jdbi..", "org.flywaydb.."),
                oneStackPerModule("Ratis", "org.seatside.replication..", "org.apache.ratis.."),
                oneStackPerModule(
                        "Jetty and Jersey",
                        "org.seatside.server..",
                        "org.eclipse.jetty..",
                        "org.glassfish.jersey..",
                        "jakarta.ws.rs.."),
                oneStackPerModule(
                        "the webcam libraries", "org.seatside.camera..", "com.github.sarxos..", "org.openpnp.."),
                // the benchmark runs it alone, to compare
                oneStackPerModule("BoofCV", "org.seatside.[qr|bench]..", "boofcv.."),
                logbackOnlyWhereProgramsStart(),
                adminScreensKnowNoServer(),
                noJavaUtilLogging(),
                noStandardStreams(),
                noGenericExceptions());
    }

    static ArchRule packagesAreNullMarked() {
        return classes()
                .should(resideInNullMarkedPackages())
                .because("NullAway only looks at packages that say they are marked");
    }

    static ArchRule packagesAreFreeOfCycles() {
        return slices().matching("org.seatside.(**)")
                .should()
                .beFreeOfCycles()
                .because("packages in a cycle can only be understood, tested and moved together");
    }

    static ArchRule viewModelsKnowNoWidget() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("a view model without widgets is tested without a toolkit");
    }

    static ArchRule platformRunLaterOnlyInFx() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("org.seatside.fx..")
                .should()
                .accessTargetWhere(access("is Platform.runLater", HouseRules::isRunLater))
                .because("FxTasks is the one way back to the JavaFX thread, and tests replace it");
    }

    static ArchRule threadsAreStartedAtTheEdges() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "..launch..",
                        "org.seatside.fx..",
                        "org.seatside.camera..",
                        "org.seatside.kiosk.scan..",
                        "org.seatside.server..",
                        "org.seatside.replication..", // its batching thread is a part of the log
                        "org.seatside.client..", // the event stream and the sending outbox live as long as the client
                        "org.seatside.sample..", // plays servers that are elsewhere
                        "org.seatside.cli..")
                .should()
                .accessTargetWhere(access("starts a thread", HouseRules::startsThread))
                .because("who starts a thread must stop it, and only these know when");
    }

    static ArchRule serviceKnowsNoAdapter() {
        return noClasses()
                .that()
                .resideInAPackage("org.seatside.service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "java.net.http..",
                        "jakarta.ws.rs..",
                        "org.eclipse.jetty..",
                        "org.apache.ratis..",
                        "org.h2..",
                        "com.fasterxml.jackson.databind..",
                        "javafx..")
                .because("rules of attendance are read and tested without what carries them");
    }

    static ArchRule modelKnowsNothingButTheLanguage() {
        return classes()
                .that()
                .resideInAPackage("org.seatside.model..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..", "org.seatside.model..", "org.jspecify..", "com.fasterxml.jackson.annotation.."))
                .because("every module speaks in these words, and pays for what they bring along");
    }

    static ArchRule oneStackPerModule(String stack, String home, String... stackPackages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(stackPackages)
                .because(stack + " can only be exchanged if one module alone knows it: " + home);
    }

    static ArchRule logbackOnlyWhereProgramsStart() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("..launch..", "org.seatside.server..", "org.seatside.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("ch.qos.logback..")
                .because("where a log goes is decided by the program, not by its parts");
    }

    static ArchRule adminScreensKnowNoServer() {
        return noClasses()
                .that()
                .resideInAPackage("org.seatside.admin..")
                .and()
                .resideOutsideOfPackage("org.seatside.admin.launch..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.seatside.server..")
                .because("the app speaks HTTP to its own node too, so that there is one way to test");
    }

    static ArchRule noJavaUtilLogging() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.seatside.server.http.JerseyLog") // takes Jersey's into slf4j
                .and()
                .haveNameNotMatching("org\\.seatside\\.testkit\\.CountedQueries.*") // JDBC's Driver names it
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .because("slf4j is the one logging facade");
    }

    static ArchRule noStandardStreams() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.seatside.cli..", // a command line answers there
                        "org.seatside.testkit..") // a seed must be seen whatever the test logs
                .and()
                .doNotHaveFullyQualifiedName("org.seatside.server.NodeMain") // a program too: says when it is ready
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .because("what is printed is neither dated nor kept, and scan --json is read by programs");
    }

    static ArchRule noGenericExceptions() {
        return noClasses()
                .should(GeneralCodingRules.THROW_GENERIC_EXCEPTIONS)
                .because("who catches must be able to tell what failed");
    }

    private static DescribedPredicate<JavaAccess<?>> access(String what, Predicate<AccessTarget> target) {
        return DescribedPredicate.describe(what, it -> target.test(it.getTarget()));
    }

    private static boolean isRunLater(AccessTarget target) {
        return target.getOwner().getName().equals("javafx.application.Platform")
                && target.getName().equals("runLater");
    }

    private static boolean startsThread(AccessTarget target) {
        var owner = target.getOwner().getName();
        return (owner.equals("java.lang.Thread") && THREAD_MAKERS.contains(target.getName()))
                || POOLS.contains(owner)
                || (owner.equals("java.util.concurrent.CompletableFuture")
                        && ON_COMMON_POOL.contains(target.getName()));
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackages() {
        return new ArchCondition<>("reside in a package whose package-info is @NullMarked") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                if (!item.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(
                            item, item.getName() + " is in " + item.getPackageName() + ", which is not @NullMarked"));
                }
            }
        };
    }
}
