package org.seatside.qr.engine;

import java.util.Optional;

/// From soft modules to a message: format, unmasked codewords in their order, blocks, error correction, segments.
///
/// A text that is not the symbol's is worse than none, so whatever goes beyond the correction the standard provides
/// for must also show padding without a fault.
final class SymbolDecoder {
    /// Formats worse than this are not worth an attempt: 30 is perfect, noise reaches about 8.
    private static final double LEAST_FORMAT_SCORE = 4;

    /// Erasures and twice the errors stay this far below the parity. Smaller margins bought hits with wrong texts.
    private static final int ERASURE_MARGIN = 4;

    private static final int LEAST_PROOF = 4;

    /// The confidence of a codeword that cannot be otherwise.
    private static final float KNOWN = Float.MAX_VALUE;

    /// A format under an unusual mask must be clear by itself and clearer than that of any ordinary symbol.
    private static final double LEAST_UNUSUAL_SCORE = 20;

    private static final double UNUSUAL_LEAD = 4;

    private final FormatInformation formats = new FormatInformation();
    private final ReedSolomon reedSolomon = new ReedSolomon();
    private final SegmentReader segments = new SegmentReader();
    private final KnownPadding padding = new KnownPadding();
    private final CodewordPath path = new CodewordPath();
    private final SymbolEcho echo = new SymbolEcho();
    private final int[] codewords = new int[3706];
    private final float[] confidence = new float[3706];
    private final int[] block = new int[BlockLayout.LONGEST_BLOCK];
    private final int[] attempt = new int[BlockLayout.LONGEST_BLOCK];
    private final float[] blockConfidence = new float[BlockLayout.LONGEST_BLOCK];
    private final int[] weakest = new int[BlockLayout.LONGEST_BLOCK];
    private final byte[] data = new byte[3706];
    private boolean beyondReserve;
    private boolean erasuresUsed;

    /// Decodes with the best-fitting formats.
    ///
    /// @param soft one value a module, row after row, negative where dark, its size the confidence
    /// @param mostFormats how many formats to try, best first
    /// @param erasures whether to give up the weakest codewords where errors alone cannot be corrected
    Optional<Message> decode(
            float[] soft, SymbolVersion version, int mostFormats, boolean erasures, Deadline deadline) {
        double usual = formats.score(soft, version.dimension());
        for (int i = 0; i < mostFormats && !deadline.passed(); i++) {
            int format = formats.best();
            if (formats.scoreOf(format) < LEAST_FORMAT_SCORE) {
                break;
            }
            formats.exclude(format);
            Optional<Message> message = decodeAs(format, soft, version, erasures, deadline);
            if (message.isPresent()) {
                return message;
            }
        }
        return decodeUnusual(soft, version, usual, deadline);
    }

    /// The symbol that the last successful decoding found, as its modules must look.
    SymbolEcho echo() {
        return echo;
    }

    /// The best format score, 30 at most.
    double formatScore(float[] soft, int dimension) {
        double usual = formats.score(soft, dimension);
        double unusual = Math.max(
                formats.score(soft, dimension, FormatInformation.MASK_OF_MODEL_ONE),
                formats.score(soft, dimension, FormatInformation.NO_MASK));
        return Math.max(usual, unusual - UNUSUAL_LEAD);
    }

    private Optional<Message> decodeUnusual(float[] soft, SymbolVersion version, double usual, Deadline deadline) {
        double least = Math.max(LEAST_UNUSUAL_SCORE, usual + UNUSUAL_LEAD);
        if (version.number() <= ModelOne.MOST
                && formats.score(soft, version.dimension(), FormatInformation.MASK_OF_MODEL_ONE) >= least) {
            return decodeModelOne(formats.best(), soft, version, deadline);
        }
        return formats.score(soft, version.dimension(), FormatInformation.NO_MASK) >= least
                ? decodeAs(formats.best(), soft, version, false, deadline)
                : Optional.empty();
    }

    /// Leaves an echo with which nothing agrees: that knows symbols of today only.
    private Optional<Message> decodeModelOne(int format, float[] soft, SymbolVersion version, Deadline deadline) {
        ModelOne model = ModelOne.of(version.number());
        int[] modules = model.path();
        int d = version.dimension();
        for (int bit = 0; bit < modules.length; bit++) {
            float value = soft[modules[bit]];
            put(bit, value < 0 ^ masked(format & 7, modules[bit] / d, modules[bit] % d), Math.abs(value));
        }
        codewords[0] &= 0xf; // the corner, which is an extension pattern
        BlockLayout layout = model.layout(ErrorCorrection.ofBits(format >> 3));
        Optional<Message> message = correctAndRead(layout, version.number(), ModelOne.LEADING_BITS, false, deadline);
        echo.begin(version, 0, 0);
        return message;
    }

    private Optional<Message> decodeAs(
            int format, float[] soft, SymbolVersion version, boolean erasures, Deadline deadline) {
        BlockLayout layout = version.layout(ErrorCorrection.ofBits(format >> 3));
        readCodewords(soft, version, format & 7);
        echo.begin(version, format & 7, layout.blocks());
        Optional<Message> message = correctAndRead(layout, version.number(), 0, erasures, deadline);
        return message.isPresent() || !erasures ? message : decodePadded(layout, version.number(), deadline);
    }

    /// Decodes again with the pad codewords put right, which must come out of it as they went in.
    private Optional<Message> decodePadded(BlockLayout layout, int version, Deadline deadline) {
        int length = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            for (int i = 0; i < layout.dataOf(b); i++) {
                data[length++] = (byte) codewords[layout.at(b, i)];
            }
        }
        int start = padding.start(data, length, version);
        if (start == KnownPadding.NONE) {
            return Optional.empty();
        }
        int place = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            for (int i = 0; i < layout.dataOf(b); i++, place++) {
                if (place >= start) {
                    codewords[layout.at(b, i)] = KnownPadding.codeword(place - start);
                    confidence[layout.at(b, i)] = KNOWN;
                }
            }
        }
        int expected = length - start;
        return correctAndRead(layout, version, 0, true, deadline)
                .filter(message -> message.padding() == expected && message.wrongPadding() == 0);
    }

    private Optional<Message> correctAndRead(
            BlockLayout layout, int version, int skipped, boolean erasures, Deadline deadline) {
        beyondReserve = false;
        erasuresUsed = false;
        int written = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            int length = gather(layout, b);
            if (!correct(length, layout, erasures, deadline)) {
                return Optional.empty();
            }
            for (int i = 0; i < length; i++) {
                echo.put(layout.at(b, i), attempt[i], b);
            }
            for (int i = 0; i < layout.dataOf(b); i++) {
                data[written++] = (byte) attempt[i];
            }
        }
        try {
            Message message = segments.read(data, written, version, skipped);
            return believable(message) ? Optional.of(message) : Optional.empty();
        } catch (SegmentException noMessage) {
            return Optional.empty();
        }
    }

    /// Erasures keep a margin of their own and need no proof, but no disproof either.
    private boolean believable(Message message) {
        return (!beyondReserve && !erasuresUsed)
                || (message.wrongPadding() == 0 && (!beyondReserve || message.padding() >= LEAST_PROOF));
    }

    /// With the mask taken off.
    private void readCodewords(float[] soft, SymbolVersion version, int mask) {
        path.start(version);
        while (path.next()) {
            float value = soft[path.module()];
            put(path.bit(), value < 0 ^ masked(mask, path.y(), path.x()), Math.abs(value));
        }
    }

    private void put(int bit, boolean dark, float size) {
        int word = bit >> 3;
        if ((bit & 7) == 0) {
            codewords[word] = 0;
            confidence[word] = size;
        }
        codewords[word] = codewords[word] << 1 | (dark ? 1 : 0);
        confidence[word] = Math.min(confidence[word], size);
    }

    /// Table 10.
    static boolean masked(int mask, int row, int column) {
        return switch (mask) {
            case 0 -> (row + column) % 2 == 0;
            case 1 -> row % 2 == 0;
            case 2 -> column % 3 == 0;
            case 3 -> (row + column) % 3 == 0;
            case 4 -> (row / 2 + column / 3) % 2 == 0;
            case 5 -> row * column % 6 == 0;
            case 6 -> (row * column % 2 + row * column % 3) % 2 == 0;
            default -> ((row + column) % 2 + row * column % 3) % 2 == 0;
        };
    }

    private int gather(BlockLayout layout, int b) {
        int length = layout.dataOf(b) + layout.parity();
        for (int i = 0; i < length; i++) {
            int at = layout.at(b, i);
            block[i] = codewords[at];
            blockConfidence[i] = confidence[at];
        }
        return length;
    }

    /// Leaves the corrected block in `attempt`.
    private boolean correct(int length, BlockLayout layout, boolean erasures, Deadline deadline) {
        System.arraycopy(block, 0, attempt, 0, length);
        int parity = layout.parity();
        int errors = reedSolomon.correct(attempt, length, parity, weakest, 0);
        if (errors != ReedSolomon.FAILED && keepsKnown(length)) {
            beyondReserve |= 2 * errors > parity - layout.reserve();
            return true;
        }
        if (!erasures) {
            return false;
        }
        erasuresUsed = true;
        orderByConfidence(length);
        int step = parity > 20 ? 2 : 1;
        for (int erased = 2; erased <= parity - ERASURE_MARGIN && !deadline.passed(); erased += step) {
            System.arraycopy(block, 0, attempt, 0, length);
            errors = reedSolomon.correct(attempt, length, parity, weakest, erased);
            if (errors != ReedSolomon.FAILED && erased + 2 * errors <= parity - ERASURE_MARGIN && keepsKnown(length)) {
                return true;
            }
        }
        return false;
    }

    private boolean keepsKnown(int length) {
        for (int i = 0; i < length; i++) {
            if (blockConfidence[i] == KNOWN && attempt[i] != block[i]) {
                return false;
            }
        }
        return true;
    }

    /// Generalised minimum distance decoding (Forney 1966) gives up codewords from the weakest on.
    private void orderByConfidence(int length) {
        for (int i = 0; i < length; i++) {
            int j = i;
            for (; j > 0 && blockConfidence[weakest[j - 1]] > blockConfidence[i]; j--) {
                weakest[j] = weakest[j - 1];
            }
            weakest[j] = i;
        }
    }
}
