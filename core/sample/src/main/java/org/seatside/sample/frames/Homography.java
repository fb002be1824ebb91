package org.seatside.sample.frames;

/// The projective map from the unit square to a quadrilateral, after Heckbert, "Fundamentals of Texture Mapping
/// and Image Warping" (1989), section 2.2.3; and back by the adjoint matrix.
record Homography(double a, double b, double c, double d, double e, double f, double g, double h, double i) {
    /// @param corners x and y of the images of (0,0), (1,0), (1,1), (0,1)
    static Homography fromUnitSquare(double... corners) {
        double x0 = corners[0];
        double y0 = corners[1];
        double dx1 = corners[2] - corners[4];
        double dy1 = corners[3] - corners[5];
        double dx2 = corners[6] - corners[4];
        double dy2 = corners[7] - corners[5];
        double sx = x0 - corners[2] + corners[4] - corners[6];
        double sy = y0 - corners[3] + corners[5] - corners[7];
        double determinant = dx1 * dy2 - dx2 * dy1;
        double g = (sx * dy2 - dx2 * sy) / determinant;
        double h = (dx1 * sy - sx * dy1) / determinant;
        return new Homography(
                corners[2] - x0 + g * corners[2],
                corners[6] - x0 + h * corners[6],
                x0,
                corners[3] - y0 + g * corners[3],
                corners[7] - y0 + h * corners[7],
                y0,
                g,
                h,
                1);
    }

    Homography inverse() {
        return new Homography(
                e * i - f * h,
                c * h - b * i,
                b * f - c * e,
                f * g - d * i,
                a * i - c * g,
                c * d - a * f,
                d * h - e * g,
                b * g - a * h,
                a * e - b * d);
    }

    double x(double u, double v) {
        return (a * u + b * v + c) / (g * u + h * v + i);
    }

    double y(double u, double v) {
        return (d * u + e * v + f) / (g * u + h * v + i);
    }
}
