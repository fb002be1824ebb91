package org.seatside.bench.generate;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Version;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.Map;
import java.util.SplittableRandom;

/// A QR symbol and the text in it.
///
/// @param modules 1 is dark
record Symbol(String text, Version version, ErrorCorrectionLevel level, ByteMatrix modules) {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    /// A symbol of the version, filled to between 60 and 100 % with letters and digits.
    static Symbol draw(int version, ErrorCorrectionLevel level, SplittableRandom random) {
        Version wanted = Version.getVersionForNumber(version);
        int capacity = wanted.getTotalCodewords()
                - wanted.getECBlocksForLevel(level).getTotalECCodewords()
                - headerBytes(version);
        int length = Math.max(1, (int) (capacity * random.nextDouble(0.6, 1)));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        try {
            QRCode code = Encoder.encode(text.toString(), level, Map.of(EncodeHintType.QR_VERSION, version));
            return new Symbol(text.toString(), code.getVersion(), level, code.getMatrix());
        } catch (WriterException e) {
            throw new IllegalStateException("version " + version + " does not hold " + length + " letters", e);
        }
    }

    /// Mode and count of the byte mode (ISO/IEC 18004, 7.4.1), in whole bytes.
    private static int headerBytes(int version) {
        return version < 10 ? 2 : 3;
    }

    /// Modules a side.
    int dimension() {
        return modules.getWidth();
    }

    boolean dark(int x, int y) {
        return modules.get(x, y) == 1;
    }
}
