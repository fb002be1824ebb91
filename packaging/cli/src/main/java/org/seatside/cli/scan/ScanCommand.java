package org.seatside.cli.scan;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.seatside.qr.Effort;
import org.seatside.qr.QrReader;
import org.seatside.qr.image.ImageFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Decodes image files, folders with everything below them, or both.
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Decode QR codes in image files or folders (PNG, JPEG, GIF, BMP).",
        footer = {
            "",
            "Where NAME.txt lies beside an image, it is the text expected of it, and the totals say how many were",
            "right (this text was read) and wrong (only other texts were).",
            "",
            "Exit status: 0 if every image could be opened, whether a code was read or not; 1 if one could not, which",
            "its line then says; 2 for bad usage."
        })
public final class ScanCommand implements Callable<Integer> {
    private static final int UNREADABLE = 1;

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON object for each image and one with the totals.")
    private boolean json;

    @Option(
            names = "--effort",
            paramLabel = "N",
            defaultValue = "9",
            description = "0 (one quick pass) to 9 (everything); default ${DEFAULT-VALUE}.")
    private int effort;

    @Option(
            names = "--max-side",
            paramLabel = "N",
            defaultValue = "1280",
            description = "Shrink images whose longer side has more pixels; default ${DEFAULT-VALUE}.")
    private int maxSide;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "Image files or folders.")
    private List<Path> paths;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public ScanCommand() {}

    @Override
    public Integer call() {
        if (effort < 0 || effort > Effort.MAX_LEVEL) {
            throw usage("--effort takes 0 to " + Effort.MAX_LEVEL + ", not " + effort);
        }
        if (maxSide < 1) {
            throw usage("--max-side takes 1 or more pixels, not " + maxSide);
        }
        Set<Path> images = images();
        PrintWriter out = spec.commandLine().getOut();
        Report report = json ? new JsonReport(out) : new TextReport(out);
        ImageScan scan = new ImageScan(new QrReader(), new Effort(effort, Effort.STILL.deadlineMillis()), maxSide);
        Totals totals = new Totals();
        for (Path image : images) {
            Scanned scanned = scan.scan(image);
            totals.add(scanned);
            report.image(scanned);
            if (out.checkError()) {
                return CommandLine.ExitCode.SOFTWARE;
            }
        }
        report.totals(totals);
        return totals.errors() == 0 ? CommandLine.ExitCode.OK : UNREADABLE;
    }

    private Set<Path> images() {
        Set<Path> images = new LinkedHashSet<>();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw usage("there is no file or folder '" + path + "': check the name");
            }
            if (!Files.isDirectory(path)) {
                images.add(path);
                continue;
            }
            List<Path> below = imagesBelow(path);
            if (below.isEmpty()) {
                throw usage("no PNG, JPEG, GIF or BMP image in '" + path + "': give a folder that has some");
            }
            images.addAll(below);
        }
        return images;
    }

    private List<Path> imagesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(ImageFiles::isImageName)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw usage("cannot list '" + folder + "': check that it may be read");
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
