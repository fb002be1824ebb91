package org.seatside.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A code drawn into a grey picture, with a quiet zone of four modules.
final class DrawnCode {
    private static final int QUIET = 4;

    private DrawnCode() {}

    static Luminance of(String text, int pixelsPerModule) {
        return of(text, pixelsPerModule, 0, 255, null);
    }

    static Luminance of(String text, int pixelsPerModule, int dark, int light, @Nullable String charset) {
        ByteMatrix modules = modules(text, charset);
        int side = (modules.getWidth() + 2 * QUIET) * pixelsPerModule;
        BitMatrix matrix = new BitMatrix(side);
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    matrix.setRegion(
                            (x + QUIET) * pixelsPerModule,
                            (y + QUIET) * pixelsPerModule,
                            pixelsPerModule,
                            pixelsPerModule);
                }
            }
        }
        byte[] pixels = new byte[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (matrix.get(i % side, i / side) ? dark : light);
        }
        return Luminance.of(pixels, side, side);
    }

    private static ByteMatrix modules(String text, @Nullable String charset) {
        Map<EncodeHintType, Object> hints = new HashMap<>();
        if (charset != null) {
            hints.put(EncodeHintType.CHARACTER_SET, charset);
        }
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.L, hints).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
