package org.seatside.qr.engine;

import com.google.zxing.common.reedsolomon.GenericGF;
import com.google.zxing.common.reedsolomon.ReedSolomonEncoder;
import java.util.Arrays;

/// A symbol around data codewords that no encoder would write: padded, with parity by ZXing, placed into the
/// modules of a symbol that our own tables say are free.
final class SymbolFromCodewords {
    private static final int MASK = 3;

    private final int version;
    private final byte[] data;
    private final boolean[] dark;

    private SymbolFromCodewords(int version, byte[] data, boolean[] dark) {
        this.version = version;
        this.data = data;
        this.dark = dark;
    }

    /// @param version at least; a larger one where the data does not fit
    static SymbolFromCodewords of(byte[] given, int version, ErrorCorrection level) {
        int fitting = version;
        while (fitting < SymbolVersion.MOST
                && SymbolVersion.of(fitting).layout(level).totalData() < given.length) {
            fitting++;
        }
        BlockLayout layout = SymbolVersion.of(fitting).layout(level);
        byte[] data = Arrays.copyOf(given, layout.totalData());
        for (int i = given.length; i < data.length; i++) {
            data[i] = (byte) ((i - given.length) % 2 == 0 ? 0xec : 0x11);
        }
        EncodedSymbol frame = EncodedSymbol.of("1", fitting, level, MASK);
        return new SymbolFromCodewords(fitting, data, placed(frame, interleaved(data, layout)));
    }

    private static int[] interleaved(byte[] data, BlockLayout layout) {
        int[] all = new int[layout.totalData() + layout.blocks() * layout.parity()];
        int from = 0;
        for (int b = 0; b < layout.blocks(); b++) {
            int length = layout.dataOf(b);
            int[] block = new int[length + layout.parity()];
            for (int i = 0; i < length; i++) {
                block[i] = data[from++] & 0xff;
            }
            new ReedSolomonEncoder(GenericGF.QR_CODE_FIELD_256).encode(block, layout.parity());
            for (int i = 0; i < block.length; i++) {
                all[at(i, b, layout)] = block[i];
            }
        }
        return all;
    }

    private static int at(int i, int b, BlockLayout layout) {
        if (i < layout.shortData()) {
            return i * layout.blocks() + b;
        }
        return i < layout.dataOf(b)
                ? layout.shortData() * layout.blocks() + b - layout.shortBlocks()
                : layout.totalData() + (i - layout.dataOf(b)) * layout.blocks() + b;
    }

    private static boolean[] placed(EncodedSymbol frame, int[] words) {
        int d = frame.dimension();
        boolean[] reserved = SymbolVersion.of(frame.version()).reserved();
        boolean[] dark = new boolean[d * d];
        for (int i = 0; i < dark.length; i++) {
            dark[i] = frame.modules().get(i % d, i / d) == 1;
        }
        int bit = 0;
        boolean up = true;
        for (int right = d - 1; right > 0; right -= 2) {
            right -= right == 6 ? 1 : 0;
            for (int k = 0; k < d; k++) {
                int y = up ? d - 1 - k : k;
                for (int x = right; x > right - 2; x--) {
                    if (!reserved[y * d + x]) {
                        boolean one = bit >> 3 < words.length && (words[bit >> 3] >> (7 - (bit & 7)) & 1) == 1;
                        dark[y * d + x] = one ^ SymbolDecoder.masked(MASK, y, x);
                        bit++;
                    }
                }
            }
            up = !up;
        }
        return dark;
    }

    int version() {
        return version;
    }

    /// With the padding.
    byte[] data() {
        return data;
    }

    int dimension() {
        return SymbolVersion.of(version).dimension();
    }

    float[] soft() {
        float[] soft = new float[dark.length];
        for (int i = 0; i < soft.length; i++) {
            soft[i] = dark[i] ? -1 : 1;
        }
        return soft;
    }

    /// With a quiet zone of four modules.
    byte[] drawn(int pixelsPerModule) {
        int d = dimension();
        int side = (d + 8) * pixelsPerModule;
        byte[] pixels = new byte[side * side];
        Arrays.fill(pixels, (byte) 230);
        for (int y = 0; y < d * pixelsPerModule; y++) {
            for (int x = 0; x < d * pixelsPerModule; x++) {
                if (dark[y / pixelsPerModule * d + x / pixelsPerModule]) {
                    pixels[(y + 4 * pixelsPerModule) * side + x + 4 * pixelsPerModule] = 40;
                }
            }
        }
        return pixels;
    }
}
