package org.seatside.bench.generate;

import java.util.ArrayList;
import java.util.List;

/// What falls on the scene: the room's light with its slow change across the picture, shadows with an edge, and
/// reflections of lamps that add light of their own.
///
/// @param slopeX change of the room's light from left to right, as a share
record Light(double slopeX, double slopeY, List<Shadow> shadows, List<Reflection> reflections) {
    static final Light EVEN = new Light(0, 0, List.of(), List.of());

    /// A half plane without the main light.
    ///
    /// @param depth share of the light it takes away
    /// @param penumbra width of its edge, pixels
    record Shadow(double x, double y, double normalX, double normalY, double depth, double penumbra) {
        double left(double atX, double atY) {
            double inside = ((atX - x) * normalX + (atY - y) * normalY) / penumbra + 0.5;
            return 1 - depth * smooth(Math.clamp(inside, 0, 1));
        }
    }

    /// A lamp mirrored in the paper or the screen's glass.
    ///
    /// @param radius within which it is at its full strength, pixels
    /// @param edge over which it fades, pixels
    /// @param strength in units of white paper's light
    record Reflection(double x, double y, double radius, double edge, double strength) {
        double added(double atX, double atY) {
            double far = Math.sqrt((atX - x) * (atX - x) + (atY - y) * (atY - y));
            return strength * (1 - smooth(Math.clamp((far - radius) / edge, 0, 1)));
        }
    }

    Light {
        shadows = List.copyOf(shadows);
        reflections = List.copyOf(reflections);
    }

    Light sloping(double newSlopeX, double newSlopeY) {
        return new Light(newSlopeX, newSlopeY, shadows, reflections);
    }

    Light with(Shadow shadow) {
        List<Shadow> more = new ArrayList<>(shadows);
        more.add(shadow);
        return new Light(slopeX, slopeY, more, reflections);
    }

    Light with(Reflection reflection) {
        List<Reflection> more = new ArrayList<>(reflections);
        more.add(reflection);
        return new Light(slopeX, slopeY, shadows, more);
    }

    /// The share of the room's light at a place; x and y in pixels of a picture of this size.
    double at(double x, double y, int width, int height) {
        double light = 1 + slopeX * (x / width - 0.5) + slopeY * (y / height - 0.5);
        for (Shadow shadow : shadows) {
            light *= shadow.left(x, y);
        }
        return light;
    }

    double reflected(double x, double y) {
        double sum = 0;
        for (Reflection reflection : reflections) {
            sum += reflection.added(x, y);
        }
        return sum;
    }

    /// From 0 to 1 without a corner.
    static double smooth(double t) {
        return t * t * (3 - 2 * t);
    }
}
