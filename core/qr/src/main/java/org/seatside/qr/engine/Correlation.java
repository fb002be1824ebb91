package org.seatside.qr.engine;

/// Normalised correlation between the ideal signs of modules, 1 for dark, and grey values, dark low. Immune to
/// brightness and contrast, so it compares across a picture.
final class Correlation {
    private double n;
    private double sum;
    private double squares;
    private double signs;
    private double products;

    void reset() {
        n = 0;
        sum = 0;
        squares = 0;
        signs = 0;
        products = 0;
    }

    void add(int sign, float value) {
        n++;
        sum += value;
        squares += value * value;
        signs += sign;
        products -= sign * value;
    }

    void add(int sign, float value, float weight) {
        n += weight;
        sum += weight * value;
        squares += weight * value * value;
        signs += weight * sign;
        products -= weight * sign * value;
    }

    /// -1 to 1; 0 where the values vary less than the given variance.
    double value(double leastVariance) {
        double variance = squares - sum * sum / n;
        if (!(variance >= n * leastVariance)) {
            return 0;
        }
        return (products + signs * sum / n) / Math.sqrt(variance * (n - signs * signs / n));
    }
}
