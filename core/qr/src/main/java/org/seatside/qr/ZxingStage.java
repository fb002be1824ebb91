package org.seatside.qr;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// ZXing behind one of its binarizers. `multi` also reads several codes in one picture and tries more triples of
/// finder patterns.
final class ZxingStage implements Stage {
    private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, true);

    private final String name;
    private final Function<LuminanceSource, Binarizer> binarizer;
    private final Decoding decoding;

    private interface Decoding {
        Result[] decode(BinaryBitmap bitmap) throws ReaderException;
    }

    private ZxingStage(String name, Function<LuminanceSource, Binarizer> binarizer, Decoding decoding) {
        this.name = name;
        this.binarizer = binarizer;
        this.decoding = decoding;
    }

    /// A threshold for every 8x8 block: uneven light, most photographs.
    static ZxingStage hybrid() {
        QRCodeReader reader = new QRCodeReader();
        return new ZxingStage("zxing-hybrid", HybridBinarizer::new, single(reader));
    }

    /// One threshold for the whole picture: even light, large modules.
    static ZxingStage globalHistogram() {
        QRCodeReader reader = new QRCodeReader();
        return new ZxingStage("zxing-global", GlobalHistogramBinarizer::new, single(reader));
    }

    private static Decoding single(QRCodeReader reader) {
        return bitmap -> new Result[] {reader.decode(bitmap, HINTS)};
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double nanosPerPixel() {
        return 12;
    }

    @Override
    public List<Reading> read(Luminance picture) {
        BinaryBitmap bitmap = new BinaryBitmap(binarizer.apply(new ArrayLuminanceSource(picture)));
        try {
            return Arrays.stream(decoding.decode(bitmap))
                    .map(result -> new Reading(result.getText(), FinderCorners.of(result.getResultPoints()), name))
                    .toList();
        } catch (ReaderException nothingRead) {
            return List.of();
        }
    }
}
