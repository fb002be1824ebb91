package org.seatside.qr.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The text that an image is known to show: the content of NAME.txt beside NAME.png.
public final class Label {
    /// Images of public collections whose text file is not what the code says, checked by eye one by one. Named
    /// by their folder and file.
    private static final Map<String, String> DOUBTFUL = Map.of(
            "jsqr/155.png", "the file lists one text in two character sets",
            "jsqr/billboard-2.png", "the file lists one text in several character sets",
            "jsqr/cupake-5.png", "has no text file",
            "zxcpp-qr-2/16.png", "a code within a code: the outer one was read, the file has the inner one",
            "zxing-qr-2/13.png", "the code says photography, the file photograph");

    private final @Nullable String text;
    private final boolean doubtful;

    private Label(@Nullable String text, boolean doubtful) {
        this.text = text;
        this.doubtful = doubtful;
    }

    /// What reading an image came to.
    public enum Verdict {
        /// The text of the label was read.
        RIGHT,
        /// Nothing was read though there is a code.
        MISSED,
        /// Other texts were read, not the label's.
        WRONG,
        /// Other texts were read, but the label is known to be doubtful: counts neither way.
        UNSURE,
        /// There is no label, and something was read.
        UNEXPECTED,
        /// There is no label, and nothing was read.
        NOTHING
    }

    /// Nothing is known about an image.
    public static Label none() {
        return new Label(null, false);
    }

    /// Looks for the text file of an image.
    ///
    /// @throws IOException if there is one that cannot be read or is not UTF-8
    public static Label beside(Path image) throws IOException {
        String name = String.valueOf(image.getFileName());
        int dot = name.lastIndexOf('.');
        Path file = image.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".txt");
        boolean labelled = !file.equals(image) && Files.isRegularFile(file);
        Path folder = image.toAbsolutePath().getParent();
        String folderName = folder == null ? "" : String.valueOf(folder.getFileName());
        return new Label(labelled ? Files.readString(file) : null, DOUBTFUL.containsKey(folderName + "/" + name));
    }

    /// The text, if there is a text file.
    public Optional<String> text() {
        return Optional.ofNullable(text);
    }

    /// Compares with what was read.
    public Verdict verdict(Collection<String> texts) {
        String expected = text;
        if (expected != null && texts.stream().anyMatch(read -> same(read, expected))) {
            return Verdict.RIGHT;
        }
        if (texts.isEmpty()) {
            return expected == null && !doubtful ? Verdict.NOTHING : Verdict.MISSED;
        }
        if (doubtful) {
            return Verdict.UNSURE;
        }
        return expected == null ? Verdict.UNEXPECTED : Verdict.WRONG;
    }

    /// Text files lose line endings and white space at both ends when they are made or edited.
    private static boolean same(String read, String expected) {
        return read.replace("\r\n", "\n")
                .strip()
                .equals(expected.replace("\r\n", "\n").strip());
    }
}
