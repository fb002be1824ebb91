package org.seatside.qr;

import com.google.zxing.ResultPoint;
import com.google.zxing.qrcode.detector.FinderPattern;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.qr.Reading.Corner;

/// From the three finder centres ZXing reports to the four outer corners. The centres lie 3.5 modules inside
/// (ISO/IEC 18004, 6.3.3), so the corners follow by a parallelogram; perspective is not modelled.
final class FinderCorners {
    private static final double CENTRE_INSET = 3.5;

    private FinderCorners() {}

    /// @param points bottom left, top left, top right and perhaps an alignment pattern, as ZXing orders them
    static List<Corner> of(ResultPoint @Nullable [] points) {
        if (points == null
                || points.length < 3
                || !(points[0] instanceof FinderPattern bottomLeft)
                || !(points[1] instanceof FinderPattern topLeft)
                || !(points[2] instanceof FinderPattern topRight)) {
            return List.of();
        }
        double right = inset(topLeft, topRight);
        double down = inset(topLeft, bottomLeft);
        if (!Double.isFinite(right) || !Double.isFinite(down)) {
            return List.of();
        }
        double rx = topRight.getX() - topLeft.getX();
        double ry = topRight.getY() - topLeft.getY();
        double dx = bottomLeft.getX() - topLeft.getX();
        double dy = bottomLeft.getY() - topLeft.getY();
        return List.of(
                corner(topLeft, -right, rx, ry, -down, dx, dy),
                corner(topLeft, 1 + right, rx, ry, -down, dx, dy),
                corner(topLeft, 1 + right, rx, ry, 1 + down, dx, dy),
                corner(topLeft, -right, rx, ry, 1 + down, dx, dy));
    }

    /// 3.5 modules as a share of the way from one finder centre to the next.
    private static double inset(FinderPattern from, FinderPattern to) {
        double module = (from.getEstimatedModuleSize() + to.getEstimatedModuleSize()) / 2;
        return CENTRE_INSET * module / ResultPoint.distance(from, to);
    }

    private static Corner corner(ResultPoint origin, double u, double rx, double ry, double v, double dx, double dy) {
        return new Corner(origin.getX() + u * rx + v * dx, origin.getY() + u * ry + v * dy);
    }
}
