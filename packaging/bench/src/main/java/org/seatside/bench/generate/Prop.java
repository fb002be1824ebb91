package org.seatside.bench.generate;

import java.util.List;
import java.util.stream.Stream;
import org.seatside.qr.Reading.Corner;

/// A sheet bent into a shape and held somewhere.
///
/// @param glows a screen, which the room's light neither brightens nor shades
record Prop(Sheet sheet, Surface surface, Pose pose, boolean glows) {
    /// The code's corners in the picture, clockwise on the paper from the code's own top left; a mirrored code
    /// runs the other way round in the picture.
    List<Corner> corners() {
        double half = sheet.symbol().dimension() / 2.0;
        double left = sheet.mirrored() ? half : -half;
        return Stream.of(new double[][] {{left, -half}, {-left, -half}, {-left, half}, {left, half}})
                .map(corner -> seen(corner[0], corner[1]))
                .toList();
    }

    Corner seen(double u, double v) {
        double[] point = new double[3];
        surface.place(u, v, point);
        return pose.seen(point);
    }

    /// Left, top, right and bottom of what it covers in a picture, whole pixels within the picture.
    int[] bounds(int width, int height) {
        double[] box = {width, height, 0, 0};
        double reach = sheet.reach();
        int steps = 8;
        for (int i = 0; i <= steps; i++) {
            for (int j = 0; j <= steps; j++) {
                Corner at = seen(reach * (2.0 * i / steps - 1), reach * (2.0 * j / steps - 1));
                box[0] = Math.min(box[0], at.x());
                box[1] = Math.min(box[1], at.y());
                box[2] = Math.max(box[2], at.x());
                box[3] = Math.max(box[3], at.y());
            }
        }
        return new int[] {
            Math.clamp((int) box[0] - 4, 0, width),
            Math.clamp((int) box[1] - 4, 0, height),
            Math.clamp((int) box[2] + 5, 0, width),
            Math.clamp((int) box[3] + 5, 0, height)
        };
    }
}
