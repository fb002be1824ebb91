package org.seatside.bench.generate;

import java.util.List;

/// The shape that a sheet is bent into. Its own coordinates: x and y along the sheet where it is flat, z away
/// from the camera.
sealed interface Surface {
    /// Where on the paper a ray arrives.
    ///
    /// @param ray origin and direction, six numbers
    /// @param hit takes u and v on the paper and the cosine between the surface and its flat state
    /// @return false if the ray passes by
    boolean meet(double[] ray, double[] hit);

    /// Where in space a place on the paper is.
    void place(double u, double v, double[] point);

    record Flat() implements Surface {
        @Override
        public boolean meet(double[] ray, double[] hit) {
            double t = -ray[2] / ray[5];
            hit[0] = ray[0] + t * ray[3];
            hit[1] = ray[1] + t * ray[4];
            hit[2] = 1;
            return t > 0;
        }

        @Override
        public void place(double u, double v, double[] point) {
            point[0] = u;
            point[1] = v;
            point[2] = 0;
        }
    }

    /// Around a can or a bottle, bulging towards the camera.
    ///
    /// @param radius units of the paper
    /// @param cos of the angle between its axis and the paper's y
    record Cylinder(double radius, double cos, double sin) implements Surface {
        static Cylinder of(double radius, double axisDegrees) {
            double axis = StrictMath.toRadians(axisDegrees);
            return new Cylinder(radius, StrictMath.cos(axis), StrictMath.sin(axis));
        }

        @Override
        public boolean meet(double[] ray, double[] hit) {
            double ox = ray[0] * cos + ray[1] * sin;
            double oy = ray[1] * cos - ray[0] * sin;
            double dx = ray[3] * cos + ray[4] * sin;
            double dy = ray[4] * cos - ray[3] * sin;
            double oz = ray[2] - radius;
            double a = dx * dx + ray[5] * ray[5];
            double b = ox * dx + oz * ray[5];
            double root = b * b - a * (ox * ox + oz * oz - radius * radius);
            if (root < 0) {
                return false;
            }
            double t = (-b - Math.sqrt(root)) / a;
            double angle = StrictMath.atan2(ox + t * dx, -(oz + t * ray[5]));
            double along = radius * angle;
            double across = oy + t * dy;
            hit[0] = along * cos - across * sin;
            hit[1] = along * sin + across * cos;
            hit[2] = -(oz + t * ray[5]) / radius;
            return t > 0;
        }

        @Override
        public void place(double u, double v, double[] point) {
            double angle = (u * cos + v * sin) / radius;
            double across = v * cos - u * sin;
            double x = radius * StrictMath.sin(angle);
            point[0] = x * cos - across * sin;
            point[1] = x * sin + across * cos;
            point[2] = radius * (1 - StrictMath.cos(angle));
        }
    }

    /// Paper that was folded and smoothed out again: a sum of soft creases.
    record Crumpled(List<Crease> creases) implements Surface {
        private static final int STEPS = 5;

        /// @param height from valley to ridge, units of the paper
        /// @param length from ridge to ridge
        /// @param cos of the angle between the paper's x and the way across the ridges
        record Crease(double height, double length, double cos, double sin, double phase) {
            double wave(double u, double v) {
                double at = (u * cos + v * sin) / length + phase;
                double saw = Math.abs(at - Math.floor(at) - 0.5) * 4 - 1;
                return height / 2 * saw * (1.5 - 0.5 * saw * saw);
            }
        }

        public Crumpled {
            creases = List.copyOf(creases);
        }

        /// The height over the flat sheet is small against the distance, so that a few steps along the ray
        /// settle.
        @Override
        public boolean meet(double[] ray, double[] hit) {
            double z = 0;
            double u = 0;
            double v = 0;
            for (int step = 0; step < STEPS; step++) {
                double t = (z - ray[2]) / ray[5];
                u = ray[0] + t * ray[3];
                v = ray[1] + t * ray[4];
                z = height(u, v);
            }
            double slopeU = (height(u + 0.25, v) - z) * 4;
            double slopeV = (height(u, v + 0.25) - z) * 4;
            hit[0] = u;
            hit[1] = v;
            // Light comes from the upper left, so that a crease has a bright and a dark side.
            double towards = 1 + 0.5 * slopeU + 0.35 * slopeV;
            hit[2] = Math.max(0.2, towards) / Math.sqrt(1 + slopeU * slopeU + slopeV * slopeV);
            return true;
        }

        @Override
        public void place(double u, double v, double[] point) {
            point[0] = u;
            point[1] = v;
            point[2] = height(u, v);
        }

        private double height(double u, double v) {
            double sum = 0;
            for (Crease crease : creases) {
                sum += crease.wave(u, v);
            }
            return sum;
        }
    }
}
