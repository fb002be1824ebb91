package org.seatside.cli.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of one image.
///
/// @param millis time for decoding, without reading the file
/// @param stage which stage read it, empty if none did
/// @param error why the file could not be opened, null if it could
/// @param expectedText the text in the file beside it, null where there is none
record Scanned(
        Path file,
        List<String> texts,
        double millis,
        String stage,
        @Nullable String error,
        @Nullable String expectedText) {

    Scanned {
        texts = List.copyOf(texts);
    }

    Optional<String> failure() {
        return Optional.ofNullable(error);
    }

    Verdict verdict() {
        String expected = expectedText;
        if (expected == null) {
            return Verdict.NONE;
        }
        if (texts.stream().anyMatch(text -> comparable(text).equals(comparable(expected)))) {
            return Verdict.RIGHT;
        }
        return texts.isEmpty() ? Verdict.MISSED : Verdict.WRONG;
    }

    /// Text files lose line endings and white space at both ends when people edit them.
    private static String comparable(String text) {
        return text.replace("\r\n", "\n").strip();
    }

    /// Against the text expected.
    enum Verdict {
        /// No text is expected: nothing to compare.
        NONE,
        RIGHT,
        WRONG,
        MISSED
    }
}
