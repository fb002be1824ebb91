package org.seatside.qr.card;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.datamatrix.DataMatrixReader;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Data Matrix (ISO/IEC 16022). ZXing begins in the middle of what it is given, so it is given the places that
/// look like one, each with the light around it.
final class MatrixCodes {
    private static final int MOST_PLACES = 4;
    private static final double[] ANGLES = {0, Math.PI / 4};

    /// In pixels: a symbol of 44 modules has four a module.
    private static final int SIDE = 192;

    private final TextureMap texture = new TextureMap();
    private final List<Function<LuminanceSource, Binarizer>> binarizers =
            List.of(GlobalHistogramBinarizer::new, HybridBinarizer::new);
    private final byte[] square = new byte[SIDE * SIDE];

    Optional<String> read(GreyPicture picture, BooleanSupplier late) {
        List<TextureMap.Place> places = texture.densest(picture, MOST_PLACES);
        for (Function<LuminanceSource, Binarizer> binarizer : binarizers) {
            for (TextureMap.Place place : places) {
                for (double angle : ANGLES) {
                    if (late.getAsBoolean()) {
                        return Optional.empty();
                    }
                    Optional<String> text = decoded(binarizer.apply(turned(picture, place, angle)));
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(Binarizer binary) {
        try {
            return Optional.of(
                    new DataMatrixReader().decode(new BinaryBitmap(binary)).getText());
        } catch (ReaderException nothingRead) {
            return Optional.empty();
        }
    }

    /// The place in a square of a fixed size.
    private LuminanceSource turned(GreyPicture picture, TextureMap.Place place, double angle) {
        float step = Math.max(place.width(), place.height()) / (float) SIDE;
        float dx = (float) Math.cos(angle) * step;
        float dy = (float) Math.sin(angle) * step;
        float middleX = place.left() + (place.width() - 1) / 2f;
        float middleY = place.top() + (place.height() - 1) / 2f;
        for (int row = 0; row < SIDE; row++) {
            float v = row - (SIDE - 1) / 2f;
            for (int column = 0; column < SIDE; column++) {
                float u = column - (SIDE - 1) / 2f;
                float x = Math.clamp(middleX + u * dx - v * dy, 0f, picture.width() - 1f);
                float y = Math.clamp(middleY + u * dy + v * dx, 0f, picture.height() - 1f);
                square[row * SIDE + column] = (byte) Math.round(picture.between(x, y));
            }
        }
        return new PlanarYUVLuminanceSource(square, SIDE, SIDE, 0, 0, SIDE, SIDE, false);
    }
}
