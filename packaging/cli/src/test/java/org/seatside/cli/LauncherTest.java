package org.seatside.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.cli.LauncherSandbox.Ran;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher there is seatside.cmd")
final class LauncherTest {
    @TempDir
    private Path folder;

    private LauncherSandbox sandbox;

    @BeforeEach
    void layOut() throws IOException {
        sandbox = new LauncherSandbox(folder);
    }

    @Test
    void anUnknownCommandIsOneLineAndStatusTwo() throws Exception {
        assertEquals(new Ran(2, "", "seatside: no command 'dmeo'; 'seatside help' lists them\n"), sandbox.run("dmeo"));
    }

    @Test
    void withoutACommandItListsThem() throws Exception {
        var ran = sandbox.run();

        assertEquals(sandbox.run("help"), ran);
        assertEquals(0, ran.status());
        assertTrue(ran.out().startsWith("usage: seatside COMMAND"), ran.out());
    }

    @Test
    void itBuildsOnceAndPassesArgumentsAndStatusThrough() throws Exception {
        var first = sandbox.run("scan", "a b", "7");
        var second = sandbox.run("scan", "a b", "7");

        assertEquals(1, sandbox.mavenRuns());
        assertEquals(List.of(7, 7), List.of(first.status(), second.status()));
        assertTrue(second.out().endsWith("\norg.seatside.cli.SeatsideCli\nscan\na b\n7\n"), second.out());
        assertEquals("", second.err());
    }

    @Test
    void programsStartFromTheClassPathOfTheirModule() throws Exception {
        var ran = sandbox.run("kiosk", "0");

        var target = sandbox.root.toRealPath().resolve("kiosk-app/target");
        assertTrue(
                ran.out()
                        .contains("\n-cp\n" + target.resolve("seatside-kiosk-app.jar") + ":" + target.resolve("lib.jar")
                                + "\norg.seatside.kiosk.launch.KioskMain\n"),
                ran.out());
    }

    @Test
    void itBuildsAgainWhenASourceChangedOrWentAwayOrAJarIsGoneButNotForATest() throws Exception {
        sandbox.run("scan", "0");

        sandbox.write("core/server/src/main/java/Some.java", "class Some { int more; }");
        sandbox.run("scan", "0");
        Files.delete(sandbox.root.resolve("kiosk-app/src/main/java/Some.java"));
        sandbox.run("scan", "0");
        Files.delete(sandbox.root.resolve("admin-app/target/lib.jar"));
        sandbox.run("scan", "0");
        sandbox.write("core/server/src/test/java/SomeTest.java", "class SomeTest { int more; }");
        sandbox.run("scan", "0");

        assertEquals(4, sandbox.mavenRuns());
    }

    @Test
    void itFindsItselfThroughLinks() throws Exception {
        var link = Files.createSymbolicLink(folder.resolve("one"), sandbox.root.resolve("seatside"));
        var linkToLink = Files.createSymbolicLink(folder.resolve("two"), link.getFileName());

        assertEquals(0, sandbox.run(linkToLink, "scan", "0").status());
    }

    @Test
    void aFailedBuildShowsItsErrorsAndIsTriedAgain() throws Exception {
        sandbox.maven("echo '[ERROR] Some.java:[1,2] no such thing'; echo noise; exit 3");

        var ran = sandbox.run("scan", "0");
        sandbox.run("scan", "0");

        assertEquals(3, ran.status());
        assertTrue(ran.err().contains("[ERROR] Some.java:[1,2] no such thing\n"), ran.err());
        assertTrue(ran.err().endsWith("packaging/cli/target/build.log\n"), ran.err());
        assertEquals(2, sandbox.mavenRuns());
    }

    @Test
    void testEndsWithTheTotalsOfAllReports() throws Exception {
        sandbox.maven(report("core/server", 5, 0, 1, 0) + report("kiosk-app", 3, 1, 0, 1) + "exit 1");

        var ran = sandbox.run("test");

        assertEquals(new Ran(1, "\n5 passed, 2 failed, 1 skipped\n", ran.err()), ran);
    }

    @Test
    void testDoesNotCountReportsOfEarlierRuns() throws Exception {
        sandbox.maven(report("core/server", 5, 0, 0, 0));
        sandbox.run("test");
        sandbox.maven(report("kiosk-app", 2, 0, 0, 0));

        assertEquals(new Ran(0, "\n2 passed, 0 failed, 0 skipped\n", ""), sandbox.run("test"));
    }

    @Test
    void testThatRanNothingFails() throws Exception {
        sandbox.maven("exit 0");

        assertEquals(
                new Ran(1, "\n0 passed, 0 failed, 0 skipped\n", "seatside: no test ran, which is a failure\n"),
                sandbox.run("test"));
    }

    @Test
    void failuresThatMavenForgivesStillFail() throws Exception {
        sandbox.maven(report("core/server", 5, 0, 0, 1) + "exit 0");

        assertEquals(1, sandbox.run("test").status());
    }

    private String report(String module, int tests, int errors, int skipped, int failures) throws IOException {
        var name = "TEST-" + module.replace('/', '.') + ".xml";
        var text = """
                <?xml version="1.0"?>
                <testsuite name="%s" time="0.1" tests="%d" errors="%d" skipped="%d" failures="%d">
                <system-out><![CDATA[<testsuite tests="1000" >]]></system-out></testsuite>
                """.formatted(module, tests, errors, skipped, failures);
        var kept = sandbox.write("reports/" + name, text.strip());
        var place = sandbox.root.resolve(module).resolve("target/surefire-reports");
        return "mkdir -p '%s'; cp '%s' '%s/%s'\n".formatted(place, kept, place, name);
    }
}
