package org.seatside.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A root folder with the real launcher in it, and a Maven and a JDK that only note how they were called. Its
/// name has a space and Korean letters, and the launcher is run in the C locale.
final class LauncherSandbox {
    private static final List<String> MODULES = List.of("core/server", "kiosk-app", "admin-app", "packaging/cli");

    /// What a run came to.
    record Ran(int status, String out, String err) {}

    final Path root;
    private final Path tools;

    LauncherSandbox(Path folder) throws IOException {
        root = Files.createDirectories(folder.resolve("자리 옆/seat side"));
        tools = Files.createDirectories(folder.resolve("tools"));
        Files.copy(Path.of("../../seatside"), root.resolve("seatside"), StandardCopyOption.COPY_ATTRIBUTES);
        write("pom.xml", "<project/>");
        for (var module : MODULES) {
            write(module + "/pom.xml", "<project/>");
            write(module + "/src/main/java/Some.java", "class Some {}");
            write(module + "/src/test/java/SomeTest.java", "class SomeTest {}");
        }
        Files.createDirectories(tools.resolve("jdk/bin"));
        Files.writeString(tools.resolve("jdk/release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"25.0.1\"\n");
        tool("jdk/bin/javac", "exit 1");
        tool("jdk/bin/java", "for last; do :; done; printf '%s\\n' \"$@\"; exit \"$last\"");
        mavenBuilds();
    }

    void mavenBuilds() throws IOException {
        var body = new StringBuilder("echo '[INFO] Building Seatside cli 0.1.0-SNAPSHOT   [1/1]'\n");
        for (var module : MODULES) {
            var name = module.substring(module.lastIndexOf('/') + 1);
            body.append("mkdir -p '%s/target'; cd '%s/target'; : >'seatside-%s.jar'; : >lib.jar\n"
                    .formatted(root.resolve(module), root.resolve(module), name));
            body.append("printf '%s' \"$PWD/lib.jar\" >classpath\n");
        }
        maven(body.toString());
    }

    void maven(String body) throws IOException {
        tool(
                "bin/mvn",
                "if [ \"$1\" = --version ]; then echo 'Apache Maven 3.9.9 (abc)'; exit 0; fi\n" + "echo run >>'"
                        + tools.resolve("runs") + "'\n" + body);
    }

    int mavenRuns() throws IOException {
        var runs = tools.resolve("runs");
        return Files.exists(runs) ? Files.readAllLines(runs).size() : 0;
    }

    Path write(String name, String text) throws IOException {
        var file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    Ran run(Path launcher, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        var out = Files.createTempFile(tools, "out", "");
        var err = Files.createTempFile(tools, "err", "");
        var builder = new ProcessBuilder(command)
                .directory(tools.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().remove("SEATSIDE_TESTING");
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("JAVA_HOME", tools.resolve("jdk").toString());
        builder.environment().merge("PATH", "", (path, none) -> tools.resolve("bin") + ":" + path);
        var process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher hangs: " + Files.readString(err));
        }
        return new Ran(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    Ran run(String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("seatside"), arguments);
    }

    private void tool(String name, String body) throws IOException {
        var file = tools.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
