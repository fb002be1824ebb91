package org.seatside.bench.disturb;

import java.util.List;
import org.seatside.qr.Luminance;
import org.seatside.qr.Reading.Corner;

/// Where in a picture its code lies.
///
/// @param corners four, in turn around the code
/// @param side the mean side, pixels
record Place(List<Corner> corners, double side) {
    static Place of(List<Corner> corners) {
        double around = 0;
        for (int i = 0; i < 4; i++) {
            Corner a = corners.get(i);
            Corner b = corners.get((i + 1) % 4);
            around += Math.hypot(b.x() - a.x(), b.y() - a.y());
        }
        return new Place(List.copyOf(corners), around / 4);
    }

    /// Where codes mostly lie, for a picture in which none was read.
    static Place middle(Luminance picture) {
        double half = Math.min(picture.width(), picture.height()) * 0.3;
        double x = picture.width() / 2.0;
        double y = picture.height() / 2.0;
        return of(List.of(
                new Corner(x - half, y - half),
                new Corner(x + half, y - half),
                new Corner(x + half, y + half),
                new Corner(x - half, y + half)));
    }

    /// The place that is u of the way across the code and v of the way down it.
    Corner at(double u, double v) {
        double x = 0;
        double y = 0;
        double[] weights = {(1 - u) * (1 - v), u * (1 - v), u * v, (1 - u) * v};
        for (int i = 0; i < 4; i++) {
            x += weights[i] * corners.get(i).x();
            y += weights[i] * corners.get(i).y();
        }
        return new Corner(x, y);
    }

    double left() {
        return corners.stream().mapToDouble(Corner::x).min().orElse(0);
    }

    double right() {
        return corners.stream().mapToDouble(Corner::x).max().orElse(0);
    }

    double top() {
        return corners.stream().mapToDouble(Corner::y).min().orElse(0);
    }

    double bottom() {
        return corners.stream().mapToDouble(Corner::y).max().orElse(0);
    }
}
