package org.seatside.bench.generate;

/// What baseline JPEG takes away from a grey picture: each block of 8 x 8 transformed, rounded to multiples of
/// the table and transformed back (ITU-T T.81, A.3.3 and A.3.4). No library, so that every machine gets the
/// same bytes.
public final class JpegLoss {
    private static final int SIDE = 8;

    /// ITU-T T.81, table K.1, for quality 50.
    private static final int[] TABLE = {
        16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29,
        51, 87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121,
        120, 101, 72, 92, 95, 98, 112, 100, 103, 99
    };

    private final double[] cosines = new double[SIDE * SIDE];
    private final int[] steps = new int[SIDE * SIDE];
    private final double[] block = new double[SIDE * SIDE];
    private final double[] half = new double[SIDE * SIDE];

    private JpegLoss(int quality) {
        for (int frequency = 0; frequency < SIDE; frequency++) {
            double scale = frequency == 0 ? Math.sqrt(0.125) : 0.5;
            for (int x = 0; x < SIDE; x++) {
                cosines[frequency * SIDE + x] = scale * StrictMath.cos((2 * x + 1) * frequency * Math.PI / 16);
            }
        }
        int percent = quality < 50 ? 5000 / quality : 200 - 2 * quality;
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Math.clamp((TABLE[i] * percent + 50) / 100, 1, 255);
        }
    }

    /// A copy as it comes back from the file.
    ///
    /// @param quality 1 to 100
    public static byte[] of(byte[] pixels, int width, int height, int quality) {
        JpegLoss loss = new JpegLoss(quality);
        byte[] target = new byte[pixels.length];
        for (int top = 0; top < height; top += SIDE) {
            for (int left = 0; left < width; left += SIDE) {
                loss.block(pixels, width, height, left, top, target);
            }
        }
        return target;
    }

    private void block(byte[] pixels, int width, int height, int left, int top, byte[] target) {
        for (int i = 0; i < block.length; i++) {
            int x = Math.min(left + i % SIDE, width - 1);
            int y = Math.min(top + i / SIDE, height - 1);
            block[i] = (pixels[y * width + x] & 0xff) - 128;
        }
        turned(true);
        turned(true);
        for (int i = 0; i < block.length; i++) {
            block[i] = Math.rint(block[i] / steps[i]) * steps[i];
        }
        turned(false);
        turned(false);
        for (int i = 0; i < block.length; i++) {
            int x = left + i % SIDE;
            int y = top + i / SIDE;
            if (x < width && y < height) {
                target[y * width + x] = (byte) Math.clamp(Math.round(block[i]) + 128, 0, 255);
            }
        }
    }

    /// Transforms the rows and swaps rows with columns: twice is the whole transform.
    private void turned(boolean forward) {
        for (int row = 0; row < SIDE; row++) {
            for (int to = 0; to < SIDE; to++) {
                double sum = 0;
                for (int from = 0; from < SIDE; from++) {
                    double cosine = forward ? cosines[to * SIDE + from] : cosines[from * SIDE + to];
                    sum += cosine * block[row * SIDE + from];
                }
                half[to * SIDE + row] = sum;
            }
        }
        System.arraycopy(half, 0, block, 0, half.length);
    }
}
