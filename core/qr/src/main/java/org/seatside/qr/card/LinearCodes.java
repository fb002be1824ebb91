package org.seatside.qr.card;

import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.common.BitArray;
import com.google.zxing.oned.Code128Reader;
import com.google.zxing.oned.Code39Reader;
import com.google.zxing.oned.OneDReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Code 128 (ISO/IEC 15417) and Code 39 (ISO/IEC 16388) along lines through the picture.
///
/// Code 39 has no check character and Code 128 one of 103, so one line's text is not yet believed: further
/// lines close by must say the same, two in all for Code 128 and three for Code 39, and none of them another.
final class LinearCodes {
    /// Lines 15° apart: a code three times as long as it is high is crossed from end to end at up to 18°.
    private static final int SLANTS = 12;

    /// Along the picture's rows and columns first, then what lies between.
    private static final int[] ORDER = {0, 6, 1, 7, 11, 5, 2, 8, 10, 4, 3, 9};

    /// A code shorter than this is texture.
    private static final int SHORTEST_TEXT = 4;

    private static final int NEIGHBOURS = 8;
    private static final float NEIGHBOUR_PIXELS = 2;
    private static final float SPACING_PIXELS = 16;

    private final ScanLine line = new ScanLine();
    private final List<Kind> kinds = List.of(new Kind(new Code128Reader(), 2), new Kind(new Code39Reader(), 3));
    private int turn;

    /// @param agreeing lines that must say the same
    private record Kind(OneDReader reader, int agreeing) {}

    private record Found(Kind kind, String text) {}

    Optional<String> read(GreyPicture picture, boolean allSlants, BooleanSupplier late) {
        int slants = allSlants ? SLANTS : 2;
        for (int i = 0; i < slants; i++) {
            Optional<String> text = along(ORDER[(turn + i) % SLANTS], picture, late);
            if (text.isPresent()) {
                return text;
            }
        }
        turn = (turn + slants) % SLANTS;
        return Optional.empty();
    }

    /// Lines of one slant from the middle outward, as a card is held there.
    private Optional<String> along(int slant, GreyPicture picture, BooleanSupplier late) {
        double angle = Math.PI * slant / SLANTS;
        double reach = (Math.abs(Math.sin(angle)) * picture.width() + Math.abs(Math.cos(angle)) * picture.height()) / 2;
        for (int i = 0; outward(i) * SPACING_PIXELS < reach; i++) {
            if (late.getAsBoolean()) {
                return Optional.empty();
            }
            float offset = outward(i) * SPACING_PIXELS;
            Optional<Found> found = at(angle, offset, picture);
            if (found.isPresent()) {
                return confirmed(found.get(), angle, offset, picture);
            }
        }
        return Optional.empty();
    }

    private Optional<String> confirmed(Found found, double angle, float offset, GreyPicture picture) {
        int agreeing = 1;
        for (int i = 1; i <= NEIGHBOURS; i++) {
            Optional<Found> neighbour = at(angle, offset + outward(i) * NEIGHBOUR_PIXELS, picture);
            if (neighbour.isPresent() && !neighbour.get().equals(found)) {
                return Optional.empty();
            }
            agreeing += neighbour.isPresent() ? 1 : 0;
        }
        return agreeing >= found.kind().agreeing() ? Optional.of(found.text()) : Optional.empty();
    }

    /// 0, 1, -1, 2, -2, …
    private static int outward(int i) {
        return (i % 2 == 0 ? -1 : 1) * ((i + 1) / 2);
    }

    private Optional<Found> at(double angle, float offset, GreyPicture picture) {
        if (!line.sample(picture, angle, offset)) {
            return Optional.empty();
        }
        for (ScanLine.Threshold threshold : ScanLine.Threshold.values()) {
            if (!line.threshold(threshold)) {
                continue;
            }
            BitArray bits = line.bits();
            for (int direction = 0; direction < 2; direction++) {
                for (Kind kind : kinds) {
                    Optional<String> text = decoded(kind.reader(), bits);
                    if (text.isPresent()) {
                        return Optional.of(new Found(kind, text.get()));
                    }
                }
                bits.reverse();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> decoded(OneDReader reader, BitArray bits) {
        try {
            Result result = reader.decodeRow(0, bits, Map.of());
            return Optional.of(result.getText()).filter(text -> text.length() >= SHORTEST_TEXT);
        } catch (ReaderException nothingRead) {
            return Optional.empty();
        }
    }
}
