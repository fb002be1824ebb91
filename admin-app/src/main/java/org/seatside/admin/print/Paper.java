package org.seatside.admin.print;

/// The sizes in which a pass is printed.
public enum Paper {
    /// 85.6 x 54 mm (ISO/IEC 7810 ID-1), modules of 0.75 mm.
    CARD(85.6f, 54),
    /// A4 in large print, modules of 2.2 mm.
    LARGE_PRINT(210, 297);

    private final float width;
    private final float height;

    Paper(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /// Millimetres.
    public float width() {
        return width;
    }

    /// Millimetres.
    public float height() {
        return height;
    }
}
