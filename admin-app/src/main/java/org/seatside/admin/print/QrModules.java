package org.seatside.admin.print;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/// The dark and light modules of a QR code at error correction Q, without its quiet zone.
final class QrModules {
    /// Modules that must stay light on each side (ISO/IEC 18004, 6.3.8).
    static final int QUIET = 4;

    /// Version 7, 45 modules a side: a DP1 card pass and room to spare for a scratch.
    private static final int PASS_VERSION = 7;

    private final ByteMatrix matrix;

    private QrModules(ByteMatrix matrix) {
        this.matrix = matrix;
    }

    /// A pass: always version 7, so that every card of a campus looks the same.
    ///
    /// @throws IllegalArgumentException where the text does not fit
    static QrModules ofPass(String text) {
        return of(text, Map.of(EncodeHintType.QR_VERSION, PASS_VERSION));
    }

    /// The smallest version that holds the text.
    ///
    /// @throws IllegalArgumentException where no version does
    static QrModules of(String text) {
        return of(text, Map.of());
    }

    private static QrModules of(String text, Map<EncodeHintType, Object> hints) {
        try {
            return new QrModules(
                    Encoder.encode(text, ErrorCorrectionLevel.Q, hints).getMatrix());
        } catch (WriterException e) {
            throw new IllegalArgumentException("A text of " + text.length() + " characters does not fit the code", e);
        }
    }

    /// Modules a side, without the quiet zone.
    int side() {
        return matrix.getWidth();
    }

    boolean dark(int x, int y) {
        return matrix.get(x, y) == 1;
    }
}
