package org.seatside.bench.generate;

import org.seatside.qr.Reading.Corner;

/// Where a sheet is before a pinhole camera whose principal point is the picture's middle, and back again.
final class Pose {
    /// Pixels: a lens of about 60 degrees over 1280 pixels.
    static final double FOCAL = 1100;

    private final double middleX;
    private final double middleY;
    private final double[] turn = new double[9];
    private final double[] centre = new double[3];
    private final double[] origin = new double[3];

    /// @param turnDegrees in the picture, clockwise
    /// @param tiltDegrees away from facing the camera
    /// @param tiltAxisDegrees direction of the axis it is tilted around, on the sheet
    /// @param module pixels a module has at the sheet's middle, before the tilt
    /// @param x of the sheet's middle in the picture
    record Held(double turnDegrees, double tiltDegrees, double tiltAxisDegrees, double module, double x, double y) {
        Held turned(double degrees) {
            return new Held(degrees, tiltDegrees, tiltAxisDegrees, module, x, y);
        }

        Held tilted(double degrees, double axisDegrees) {
            return new Held(turnDegrees, degrees, axisDegrees, module, x, y);
        }

        Held sized(double newModule) {
            return new Held(turnDegrees, tiltDegrees, tiltAxisDegrees, newModule, x, y);
        }

        Held at(double newX, double newY) {
            return new Held(turnDegrees, tiltDegrees, tiltAxisDegrees, module, newX, newY);
        }
    }

    Pose(Held held, int width, int height) {
        middleX = width / 2.0;
        middleY = height / 2.0;
        double distance = FOCAL / held.module();
        centre[0] = distance * (held.x() - middleX) / FOCAL;
        centre[1] = distance * (held.y() - middleY) / FOCAL;
        centre[2] = distance;
        rotate(held);
        for (int i = 0; i < 3; i++) {
            origin[i] = -(turn[i] * centre[0] + turn[3 + i] * centre[1] + turn[6 + i] * centre[2]);
        }
    }

    /// Rodrigues' formula for the tilt around an axis on the sheet, then the turn in the picture.
    private void rotate(Held held) {
        double axis = StrictMath.toRadians(held.tiltAxisDegrees());
        double ax = StrictMath.cos(axis);
        double ay = StrictMath.sin(axis);
        double tilt = StrictMath.toRadians(held.tiltDegrees());
        double c = StrictMath.cos(tilt);
        double s = StrictMath.sin(tilt);
        double[] tilted = {
            c + ax * ax * (1 - c),
            ax * ay * (1 - c),
            ay * s,
            ax * ay * (1 - c),
            c + ay * ay * (1 - c),
            -ax * s,
            -ay * s,
            ax * s,
            c
        };
        double angle = StrictMath.toRadians(held.turnDegrees());
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int column = 0; column < 3; column++) {
            turn[column] = cos * tilted[column] - sin * tilted[3 + column];
            turn[3 + column] = sin * tilted[column] + cos * tilted[3 + column];
            turn[6 + column] = tilted[6 + column];
        }
    }

    /// The ray through a place of the picture, in the sheet's coordinates.
    void ray(double x, double y, double[] ray) {
        double dx = (x - middleX) / FOCAL;
        double dy = (y - middleY) / FOCAL;
        for (int i = 0; i < 3; i++) {
            ray[i] = origin[i];
            ray[3 + i] = turn[i] * dx + turn[3 + i] * dy + turn[6 + i];
        }
    }

    /// Where in the picture a point in the sheet's coordinates is seen.
    Corner seen(double[] point) {
        double[] at = new double[3];
        for (int i = 0; i < 3; i++) {
            at[i] = turn[3 * i] * point[0] + turn[3 * i + 1] * point[1] + turn[3 * i + 2] * point[2] + centre[i];
        }
        return new Corner(middleX + FOCAL * at[0] / at[2], middleY + FOCAL * at[1] / at[2]);
    }
}
