package org.seatside.bench.disturb;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.seatside.bench.Contest;
import org.seatside.bench.Tally;
import org.seatside.bench.folder.ImageFolders.Folder;
import org.seatside.qr.corpus.Label;
import org.seatside.qr.image.ImageFiles;
import org.seatside.qr.image.UnreadableImageException;

/// What decoders read in photographs that were made harder, disturbance by disturbance.
public final class DisturbedBench {
    private final Contest contest;
    private final Disturber disturber;
    private final int longestSide;

    /// @param longestSide larger images are shrunk to this before they are disturbed, pixels
    public DisturbedBench(Contest contest, Disturber disturber, int longestSide) {
        this.contest = contest;
        this.disturber = disturber;
        this.longestSide = longestSide;
    }

    /// What came out for one disturbance.
    ///
    /// @param tallies by the decoder's name, in the contest's order
    /// @param wrong pictures in which a decoder read what is not there, each with the decoder's name
    public record Row(Disturbance disturbance, Map<String, Tally> tallies, List<String> wrong) {}

    /// Measures all disturbances on some of the images each, others for the next one, so that together they take in
    /// all. Images that cannot be opened are left out.
    ///
    /// @param most about how many images a disturbance
    /// @throws IOException if a file cannot be read from the disk
    public List<Row> run(List<Folder> folders, int most) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Disturbance disturbance : Disturbance.values()) {
            Map<String, Tally> tallies = new LinkedHashMap<>();
            contest.names().forEach(name -> tallies.put(name, new Tally()));
            rows.add(new Row(disturbance, tallies, new ArrayList<>()));
        }
        int images = folders.stream().mapToInt(folder -> folder.images().size()).sum();
        int every = Math.max(1, images / most);
        int number = 0;
        for (Folder folder : folders) {
            for (Path image : folder.images()) {
                List<Row> here = new ArrayList<>();
                for (int i = 0; i < rows.size(); i++) {
                    if ((number + i) % every == 0) {
                        here.add(rows.get(i));
                    }
                }
                number++;
                if (!here.isEmpty()) {
                    run(image, !folder.labelled(), here);
                }
            }
        }
        return rows;
    }

    private void run(Path image, boolean empty, List<Row> rows) throws IOException {
        Disturber.Original original;
        try {
            original = disturber.original(ImageFiles.read(image).shrunkTo(longestSide), name(image));
        } catch (UnreadableImageException noPicture) {
            return;
        }
        Label label = Label.beside(image);
        for (Row row : rows) {
            contest.run(original.disturbed(row.disturbance()), (name, timed) -> {
                Label.Verdict verdict = label.verdict(timed.answer().texts());
                row.tallies().computeIfAbsent(name, key -> new Tally()).add(timed, verdict);
                if (verdict == Label.Verdict.WRONG || (empty && verdict == Label.Verdict.UNEXPECTED)) {
                    row.wrong()
                            .add(name + ": " + image + " " + row.disturbance().label());
                }
            });
        }
    }

    /// Folder and file: the same wherever the folders lie.
    private static String name(Path image) {
        int names = image.getNameCount();
        return image.subpath(Math.max(0, names - 2), names).toString();
    }
}
