package org.seatside.qr.card;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// Reads one Code 128, Code 39 or Data Matrix code in a grey picture within a time of its own.
///
/// A picture of live video is looked at in part: lines at two slants, and the few places that most look like a
/// matrix code. Which slants comes in turn, so that a card held still for six pictures has been looked at from
/// all sides.
///
/// Keeps its buffers from call to call. Not thread-safe: one reader for one thread.
public final class CardReader {
    private final LongSupplier nanoTime;
    private final LinearCodes linear = new LinearCodes();
    private final MatrixCodes matrix = new MatrixCodes();

    private final long budgetNanos;
    private final boolean allSlants;

    private CardReader(long budgetMillis, boolean allSlants, LongSupplier nanoTime) {
        this.budgetNanos = TimeUnit.MILLISECONDS.toNanos(budgetMillis);
        this.allSlants = allSlants;
        this.nanoTime = nanoTime;
    }

    /// For a frame of live video.
    ///
    /// @param budgetMillis no line or place is begun later; what was begun takes a millisecond or two more
    public static CardReader live(long budgetMillis) {
        return live(budgetMillis, System::nanoTime);
    }

    static CardReader live(long budgetMillis, LongSupplier nanoTime) {
        return new CardReader(budgetMillis, false, nanoTime);
    }

    /// For a picture that somebody waits for: every slant.
    public static CardReader thorough(long budgetMillis) {
        return new CardReader(budgetMillis, true, System::nanoTime);
    }

    /// Reads the picture.
    ///
    /// @param pixels rows without gaps, 0 for black; at least `width * height`
    /// @return the code's text, empty where none was read beyond doubt
    public Optional<String> read(byte[] pixels, int width, int height) {
        long begun = nanoTime.getAsLong();
        GreyPicture picture = new GreyPicture(pixels, width, height);
        Optional<String> text = matrix.read(picture, () -> nanoTime.getAsLong() - begun > budgetNanos / 2);
        return text.isPresent()
                ? text
                : linear.read(picture, allSlants, () -> nanoTime.getAsLong() - begun > budgetNanos);
    }
}
