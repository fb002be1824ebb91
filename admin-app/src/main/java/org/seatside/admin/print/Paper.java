package org.seatside.admin.print;

/// The sizes in which a pass is printed. On each the code's modules are as large as the paper allows, never below
/// 0.5 mm.
public enum Paper {
    /// 85.6 x 54 mm (ISO/IEC 7810 ID-1).
    CARD(85.6f, 54, 0.75f),
    /// 90 x 50 mm, a name card as it is usual in Korea.
    NAME_CARD(90, 50, 0.75f),
    /// 62 x 100 mm, a label from a roll.
    LABEL(62, 100, 0.95f),
    /// 70 x 37 mm, one of the 24 labels of an A4 sheet.
    SMALL_LABEL(70, 37, 0.6f),
    /// A6, 105 x 148 mm, for a lanyard.
    A6(105, 148, 1.3f),
    /// A4 in large print, modules of 2.2 mm.
    LARGE_PRINT(210, 297, 2.2f);

    private final float width;
    private final float height;
    private final float module;

    Paper(float width, float height, float module) {
        this.width = width;
        this.height = height;
        this.module = module;
    }

    /// Millimetres.
    public float width() {
        return width;
    }

    /// Millimetres.
    public float height() {
        return height;
    }

    /// Side of one module of the code, in millimetres.
    public float module() {
        return module;
    }

    /// Whether the code stands beside the words instead of below them.
    boolean wide() {
        return width > height;
    }
}
