package org.seatside.payload;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Tells the texts a code may carry apart, by form alone: no input or output, no key, no exception, nothing trimmed or
/// normalised. Immutable; for any number of threads.
public final class PayloadReader {
    /// The formats in the order they are tried; a new one is one more entry and a line in `payload-vectors.txt`.
    private final List<Function<String, Optional<ScannedPayload>>> formats;

    public PayloadReader(StudentNumberFormat numbers) {
        formats = List.of(
                text -> starting(PassVerifier.FORM, text).map(ScannedPayload.PassText::new),
                text -> starting(RoomCodeVerifier.FORM, text).map(ScannedPayload.RoomCodeText::new),
                text -> RoomTagDigest.ofTag(text).map(digest -> new ScannedPayload.RoomTag(text, digest)),
                text -> numbers.read(text).map(ScannedPayload.NumberText::new));
    }

    /// Texts over 512 characters are [ScannedPayload.Unknown] unread. A text with the prefix of a pass or a
    /// room code is one even if the rest is wrong: the verifier says what is wrong.
    public ScannedPayload read(String text) {
        if (text.length() > SignedText.MAX_CHARACTERS) {
            return new ScannedPayload.Unknown(text.length());
        }
        return formats.stream()
                .flatMap(format -> format.apply(text).stream())
                .findFirst()
                .orElseGet(() -> new ScannedPayload.Unknown(text.length()));
    }

    private static Optional<String> starting(SignedText form, String text) {
        return text.startsWith(form.prefix()) ? Optional.of(text) : Optional.empty();
    }
}
