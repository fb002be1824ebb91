package org.seatside.cli.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatside.bench.folder.FolderBench;
import org.seatside.bench.folder.ImageFolders;
import org.seatside.bench.folder.ImageFolders.Folder;
import picocli.CommandLine.ExitCode;

/// Folders of photographs.
final class FolderMeasurement implements Measurement {
    private static final int UNREADABLE = 1;

    @Override
    public int run(Settings settings, PrintWriter out) throws IOException {
        if (settings.what().isEmpty()) {
            throw new BadUsageException(
                    "name at least one folder, or one of --generated, --disturb, --sequences, --empty, --worst, --jmh");
        }
        Optional<ReadmeBlock> readme = ReadmeBlock.of(settings, "bench scan");
        List<Folder> folders = ImageFolders.below(settings.folders());
        FolderBench bench = new FolderBench(settings.contest(), settings.maxSide());
        bench.warmUp(folders);
        FolderReport report = new FolderReport();
        for (Folder folder : folders) {
            report.add(bench.run(folder));
        }
        if (settings.json()) {
            report.json(out);
        } else {
            report.text(out);
        }
        if (readme.isPresent()) {
            List<String> block = new ArrayList<>(report.markdown());
            block.add("");
            block.add("Ours: " + settings.inWords() + "; longer side at most " + settings.maxSide() + " px; JDK "
                    + Runtime.version().feature() + ".");
            readme.get().write(block);
        }
        return report.anyUnreadable() ? UNREADABLE : ExitCode.OK;
    }
}
