package org.seatside.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `seatside demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Node, sample campus, kiosk and staff's app in one go, with nothing to configure.",
            "The kiosk looks through a webcam if there is one, else at sample frames.",
            "Everything is kept in a temporary folder and removed at the end."
        },
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every sample code had the outcome it should have, and what counts reached the sample upstream",
            "1:one did not, or a part did not start",
            "2:bad usage"
        })
public final class DemoCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--headless", description = "No display: the same windows, drawn in memory.")
    private boolean headless;

    @Option(
            names = "--frames",
            paramLabel = "DIR",
            description = "Show the images of this folder to the kiosk, sorted by name, once.")
    private @Nullable Path frames;

    @Option(names = "--json", description = "One JSON object a line for each check-in, totals last.")
    private boolean json;

    @Option(names = "--shots", paramLabel = "DIR", description = "Save pictures of both windows here.")
    private @Nullable Path shots;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        if (frames != null && !Files.isDirectory(frames)) {
            throw new ParameterException(
                    command.commandLine(), "no folder " + frames + ": give one with PNG or JPEG images");
        }
        DemoOptions options = new DemoOptions(headless, frames, shots);
        DemoReport report = new DemoReport(command.commandLine().getOut(), json);
        try (Demo demo = Demo.start(options, report)) {
            return demo.run() ? 0 : 1;
        } catch (IOException | NodeException e) {
            command.commandLine().getErr().println("seatside: the demo could not go on: " + e.getMessage());
            return 1;
        }
    }
}
