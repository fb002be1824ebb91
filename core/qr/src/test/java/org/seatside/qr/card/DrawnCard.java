package org.seatside.qr.card;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.datamatrix.DataMatrixWriter;
import com.google.zxing.oned.Code128Writer;
import com.google.zxing.oned.Code39Writer;
import java.util.Random;

/// A camera's frame with a white card on a dark desk, and a code printed on the card.
///
/// @param pixelsPerModule width of the narrowest bar
/// @param degrees by which the card is turned
/// @param blur standard deviation in pixels
/// @param noise standard deviation in grey levels
public record DrawnCard(
        BarcodeFormat format, String text, double pixelsPerModule, double degrees, double blur, double noise) {
    public static final int WIDTH = 1280;
    public static final int HEIGHT = 720;

    private static final int CARD_MODULES = 40;
    private static final double BAR_HEIGHT = 70;
    private static final int DESK = 70;
    private static final int CARD = 215;
    private static final int INK = 35;

    /// Rows without gaps.
    public byte[] pixels(long seed) {
        BitMatrix code = code();
        double radians = Math.toRadians(degrees);
        double cos = Math.cos(radians);
        double sin = Math.sin(radians);
        float[] grey = new float[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                // Four samples a pixel, so that edges between pixels are grey.
                float sum = 0;
                for (int i = 0; i < 4; i++) {
                    double dx = x + (i % 2 == 0 ? -0.25 : 0.25) - 0.53 * WIDTH;
                    double dy = y + (i < 2 ? -0.25 : 0.25) - 0.47 * HEIGHT;
                    sum += at(code, cos * dx + sin * dy, cos * dy - sin * dx);
                }
                grey[y * WIDTH + x] = sum / 4;
            }
        }
        return noisy(blurred(grey), new Random(seed));
    }

    private BitMatrix code() {
        return switch (format) {
            case CODE_128 -> new Code128Writer().encode(text, format, 0, 1);
            case CODE_39 -> new Code39Writer().encode(text, format, 0, 1);
            case DATA_MATRIX -> new DataMatrixWriter().encode(text, format, 0, 0);
            default -> throw new IllegalArgumentException("not on a card: " + format);
        };
    }

    private float at(BitMatrix code, double u, double v) {
        boolean linear = code.getHeight() < 4;
        double across = u / pixelsPerModule + code.getWidth() / 2.0;
        double down = linear ? v / BAR_HEIGHT + 0.5 : v / pixelsPerModule + code.getHeight() / 2.0;
        if (across >= 0 && across < code.getWidth() && down >= 0 && down < (linear ? 1 : code.getHeight())) {
            return code.get((int) across, linear ? 0 : (int) down) ? INK : CARD;
        }
        double halfWidth = (code.getWidth() / 2.0 + CARD_MODULES / 2.0) * pixelsPerModule;
        return Math.abs(u) < halfWidth && Math.abs(v) < halfWidth * 0.63 + BAR_HEIGHT ? CARD : DESK;
    }

    private float[] blurred(float[] grey) {
        if (blur == 0) {
            return grey;
        }
        int reach = (int) Math.ceil(3 * blur);
        float[] kernel = new float[2 * reach + 1];
        float sum = 0;
        for (int i = -reach; i <= reach; i++) {
            kernel[i + reach] = (float) Math.exp(-i * i / (2 * blur * blur));
            sum += kernel[i + reach];
        }
        float[] across = new float[grey.length];
        float[] both = new float[grey.length];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int i = -reach; i <= reach; i++) {
                    int from = Math.clamp(x + i, 0, WIDTH - 1);
                    across[y * WIDTH + x] += grey[y * WIDTH + from] * kernel[i + reach] / sum;
                }
            }
        }
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int i = -reach; i <= reach; i++) {
                    int from = Math.clamp(y + i, 0, HEIGHT - 1);
                    both[y * WIDTH + x] += across[from * WIDTH + x] * kernel[i + reach] / sum;
                }
            }
        }
        return both;
    }

    private byte[] noisy(float[] grey, Random random) {
        byte[] pixels = new byte[grey.length];
        for (int i = 0; i < grey.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(grey[i] + noise * random.nextGaussian()), 0, 255);
        }
        return pixels;
    }
}
