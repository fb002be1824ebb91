package org.seatside.qr;

/// A changed copy of a picture that brings out codes the decoders miss on the picture itself. Keeps its buffer: the
/// copy is valid until the next call, one instance serves one thread.
interface Copy {
    /// Short and stable, empty for the picture itself.
    String name();

    /// Makes the copy.
    ///
    /// @param picture rows without gaps, at least one pixel
    /// @return a picture whose rows follow each other without gaps
    Luminance of(Luminance picture);

    /// About what making it costs a pixel of the picture.
    default double nanosPerPixel() {
        return 1;
    }

    /// Pixels of the copy for one pixel of the picture.
    default double scale() {
        return 1;
    }

    /// False where the copy would cost much and can bring nothing, for example doubling a picture that is large
    /// already.
    default boolean suits(Luminance picture) {
        return true;
    }
}
