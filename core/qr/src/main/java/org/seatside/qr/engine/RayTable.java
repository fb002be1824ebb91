package org.seatside.qr.engine;

/// Directions evenly around the circle.
final class RayTable {
    final double[] cosine;
    final double[] sine;

    /// @param phase share of a step by which the first ray is turned
    RayTable(int rays, double phase) {
        cosine = new double[rays];
        sine = new double[rays];
        for (int i = 0; i < rays; i++) {
            double angle = (i + phase) * 2 * Math.PI / rays;
            cosine[i] = Math.cos(angle);
            sine[i] = Math.sin(angle);
        }
    }
}
