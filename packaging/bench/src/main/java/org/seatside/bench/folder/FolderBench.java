package org.seatside.bench.folder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatside.bench.Contest;
import org.seatside.bench.Tally;
import org.seatside.bench.folder.ImageFolders.Folder;
import org.seatside.qr.Luminance;
import org.seatside.qr.corpus.Label;
import org.seatside.qr.image.ImageFiles;
import org.seatside.qr.image.UnreadableImageException;

/// What decoders read in folders of photographs, folder by folder.
public final class FolderBench {
    private static final int WARM_UP_PICTURES = 24;

    private final Contest contest;
    private final int longestSide;

    /// @param longestSide larger images are shrunk to this, pixels
    public FolderBench(Contest contest, int longestSide) {
        this.contest = contest;
        this.longestSide = longestSide;
    }

    /// What came out for one folder.
    ///
    /// @param tallies by the decoder's name, in the contest's order
    /// @param unreadable images that could not be opened and count nowhere
    /// @param wrong images in which a decoder read what is not there, each with the decoder's name
    public record Result(Folder folder, Map<String, Tally> tallies, List<String> unreadable, List<String> wrong) {}

    /// Reads some pictures without counting.
    ///
    /// @throws IOException if a file cannot be read from the disk
    public void warmUp(List<Folder> folders) throws IOException {
        List<Path> images =
                folders.stream().flatMap(folder -> folder.images().stream()).toList();
        List<Luminance> pictures = new ArrayList<>();
        for (int i = 0; i < images.size(); i += Math.max(1, images.size() / WARM_UP_PICTURES)) {
            opened(images.get(i), new ArrayList<>()).ifPresent(pictures::add);
        }
        contest.warmUp(pictures);
    }

    /// Measures one folder.
    ///
    /// @throws IOException if a file cannot be read from the disk
    public Result run(Folder folder) throws IOException {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        contest.names().forEach(name -> tallies.put(name, new Tally()));
        List<String> unreadable = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (Path image : folder.images()) {
            Optional<Luminance> picture = opened(image, unreadable);
            if (picture.isEmpty()) {
                continue;
            }
            Label label = Label.beside(image);
            contest.run(picture.get(), (name, timed) -> {
                Label.Verdict verdict = label.verdict(timed.answer().texts());
                tallies.computeIfAbsent(name, key -> new Tally()).add(timed, verdict);
                boolean falseRead = verdict == Label.Verdict.UNEXPECTED && !folder.labelled();
                if (verdict == Label.Verdict.WRONG || falseRead) {
                    wrong.add(name + ": " + image);
                }
            });
        }
        return new Result(folder, tallies, unreadable, wrong);
    }

    private Optional<Luminance> opened(Path image, List<String> unreadable) throws IOException {
        try {
            return Optional.of(ImageFiles.read(image).shrunkTo(longestSide));
        } catch (UnreadableImageException e) {
            unreadable.add(image + ": " + e.getMessage());
            return Optional.empty();
        }
    }
}
