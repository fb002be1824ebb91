package org.seatside.kiosk.capture;

import java.time.Duration;

/// Tells from the pictures themselves what their camera is worth. One thread.
///
/// A picture is looked at on a grid of at most 64 x 64 points, which takes about 20 microseconds.
final class PictureJudge {
    /// How long pictures are bad before it is said: a hand that passes by is no fault.
    static final Duration PATIENCE = Duration.ofMillis(900);

    /// A camera's noise makes every picture another one: the same to the last bit is an old one.
    static final Duration FROZEN_AFTER = Duration.ofMillis(1_300);

    private static final int GRID = 64;
    private static final double BLACK_MEAN = 8;
    private static final double EVEN_DEVIATION = 4;
    private static final double DARK_MEAN = 40;
    private static final double DARK_BRIGHTEST = 100;

    private final boolean sensor;
    private CameraCondition suspected = CameraCondition.FINE;
    private long suspectedSince;
    private int lastPrint;
    private long printSince;
    private boolean seen;

    /// @param sensor whether the pictures come from a sensor, which has noise; those of a folder may repeat
    PictureJudge(boolean sensor) {
        this.sensor = sensor;
    }

    /// @param luminance `width * height` bytes
    /// @param nanos of the frame, by [System#nanoTime]
    CameraCondition judge(byte[] luminance, int width, int height, long nanos) {
        CameraCondition now = look(luminance, width, height, nanos);
        if (now != suspected) {
            suspected = now;
            suspectedSince = nanos;
        }
        boolean sure = now == CameraCondition.FINE
                || now == CameraCondition.FROZEN
                || nanos - suspectedSince >= PATIENCE.toNanos();
        return sure ? now : CameraCondition.FINE;
    }

    private CameraCondition look(byte[] luminance, int width, int height, long nanos) {
        int stepX = Math.max(1, width / GRID);
        int stepY = Math.max(1, height / GRID);
        int count = 0;
        long sum = 0;
        long squares = 0;
        int brightest = 0;
        int print = 1;
        for (int y = stepY / 2; y < height; y += stepY) {
            for (int x = stepX / 2; x < width; x += stepX) {
                int grey = luminance[y * width + x] & 0xff;
                count++;
                sum += grey;
                squares += (long) grey * grey;
                brightest = Math.max(brightest, grey);
                print = 31 * print + grey;
            }
        }
        double mean = (double) sum / count;
        double deviation = Math.sqrt(Math.max(0, (double) squares / count - mean * mean));
        boolean same = seen && print == lastPrint;
        if (!same) {
            lastPrint = print;
            printSince = nanos;
            seen = true;
        }
        if (deviation < EVEN_DEVIATION) {
            return mean < BLACK_MEAN ? CameraCondition.BLACK : CameraCondition.COVERED;
        }
        if (sensor && same && nanos - printSince >= FROZEN_AFTER.toNanos()) {
            return CameraCondition.FROZEN;
        }
        return mean < DARK_MEAN && brightest < DARK_BRIGHTEST ? CameraCondition.TOO_DARK : CameraCondition.FINE;
    }
}
