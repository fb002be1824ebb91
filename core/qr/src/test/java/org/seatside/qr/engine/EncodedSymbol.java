package org.seatside.qr.engine;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.EnumMap;
import java.util.Map;

/// A symbol made by ZXing's encoder, as soft modules or drawn into a picture.
record EncodedSymbol(int version, ByteMatrix modules) {
    static EncodedSymbol of(String text, int version, ErrorCorrection level, int mask) {
        Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
        hints.put(EncodeHintType.QR_VERSION, version);
        hints.put(EncodeHintType.QR_MASK_PATTERN, mask);
        return encoded(text, level, hints);
    }

    static EncodedSymbol of(String text, ErrorCorrection level) {
        return encoded(text, level, new EnumMap<>(EncodeHintType.class));
    }

    private static EncodedSymbol encoded(String text, ErrorCorrection level, Map<EncodeHintType, Object> hints) {
        try {
            var code = Encoder.encode(text, ErrorCorrectionLevel.valueOf(level.name()), hints);
            return new EncodedSymbol(code.getVersion().getVersionNumber(), code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    int dimension() {
        return modules.getWidth();
    }

    /// -1 for dark, 1 for light, row after row.
    float[] soft() {
        int d = dimension();
        float[] soft = new float[d * d];
        for (int i = 0; i < d * d; i++) {
            soft[i] = modules.get(i % d, i / d) == 1 ? -1 : 1;
        }
        return soft;
    }

    boolean dark(double u, double v) {
        int d = dimension();
        return u >= 0 && v >= 0 && u < d && v < d && modules.get((int) u, (int) v) == 1;
    }

    /// Drawn upright with a quiet zone of four modules.
    DrawnPicture drawn(double pixelsPerModule) {
        int side = (int) Math.ceil((dimension() + 8) * pixelsPerModule);
        DrawnPicture picture = new DrawnPicture(side, side, 230);
        double near = 4 * pixelsPerModule;
        double far = near + dimension() * pixelsPerModule;
        picture.draw(this, new double[] {near, near, far, near, near, far, far, far}, 40, 230);
        return picture;
    }
}
