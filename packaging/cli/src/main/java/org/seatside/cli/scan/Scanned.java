package org.seatside.cli.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.qr.corpus.Label;
import org.seatside.qr.corpus.Label.Verdict;

/// What became of one image.
///
/// @param millis time for decoding, without reading the file
/// @param stage which stage read it, empty if none did
/// @param error why the file could not be opened, null if it could
/// @param label the text that is expected of it, if any
record Scanned(
        Path file,
        List<String> texts,
        double millis,
        String stage,
        @Nullable String error,
        Label label) {

    Scanned {
        texts = List.copyOf(texts);
    }

    Optional<String> failure() {
        return Optional.ofNullable(error);
    }

    Verdict verdict() {
        return label.verdict(texts);
    }

    /// Whether there is a text to compare with.
    boolean labelled() {
        return label.text().isPresent();
    }
}
