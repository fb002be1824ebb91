package org.seatside.qr.engine;

/// One way through a picture: on which copy finders are looked for. Modules are always read on the picture
/// itself. The order is that of codes won per millisecond.
public enum Pass {
    /// The picture, every second row: nine reads of ten.
    FULL(1),
    /// Every row and every finder, where the first pass shows that there are many codes.
    MANY(0),
    /// A quarter of the size: very large codes, screens, printed texture.
    QUARTER(0.5),
    HALF(0.5),
    /// Another threshold rule: codes in texture.
    BLOCK_MEAN(1),
    /// Light codes on dark.
    INVERTED(1.5),
    /// Half the size, sharpened: blur.
    HALF_SHARPENED(1.5),
    /// One finder of three inferred from the others.
    PAIRS(0),
    /// Threes of clear finders that could not be read, on strongly bent paper.
    BENT(0),
    /// Twice the size: modules of one or two pixels.
    DOUBLE(20),
    /// Strongly sharpened, with the other threshold rule.
    SHARPENED(6),
    /// Finders looked for on grey values: strong blur.
    GREY(6),
    /// One finder inferred from two of those.
    GREY_PAIRS(0),
    /// What was located and not read, on crumpled paper.
    CRUMPLED(0);

    private final double nanosPerPixel;

    Pass(double nanosPerPixel) {
        this.nanosPerPixel = nanosPerPixel;
    }

    /// About what making the copy takes; a pass that would end after the deadline does not begin.
    double estimate(int width, int height) {
        return nanosPerPixel * width * height;
    }
}
