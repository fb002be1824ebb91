package org.seatside.bench.generate;

/// What is printed where, over a surface whose unit is the module of the code on it, or the pixel where there
/// is none.
interface Texture {
    /// Where there is nothing, not even paper.
    double NOTHING = -1;

    /// The share of light sent back, 0 to 1, or [#NOTHING].
    double reflectance(double u, double v);
}
