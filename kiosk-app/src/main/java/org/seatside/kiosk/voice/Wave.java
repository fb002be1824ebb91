package org.seatside.kiosk.voice;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Sound: 16-bit little-endian samples, one channel.
final class Wave {
    private static final int RIFF_HEADER = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int PCM = 1;
    private static final int BITS = 16;

    private final byte[] samples;
    private final int rate;

    /// @param samples not copied
    /// @param rate samples a second
    Wave(byte[] samples, int rate) {
        this.samples = samples;
        this.rate = rate;
    }

    /// Reads a WAV file. Programs that write one to a pipe do not know its length when they begin: a data chunk
    /// that is longer than the file ends with it.
    ///
    /// @throws IOException where it is none, or of another kind than 16-bit, one channel
    static Wave read(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int at = RIFF_HEADER;
        int rate = 0;
        while (at + CHUNK_HEADER <= file.length) {
            String name = new String(file, at, 4, StandardCharsets.US_ASCII);
            int length = bytes.getInt(at + 4);
            int start = at + CHUNK_HEADER;
            if (name.equals("fmt ") && start + BITS <= file.length) {
                boolean ours = bytes.getShort(start) == PCM
                        && bytes.getShort(start + 2) == 1
                        && bytes.getShort(start + 14) == BITS;
                if (!ours) {
                    throw new IOException("Not 16-bit sound of one channel");
                }
                rate = bytes.getInt(start + 4);
            } else if (name.equals("data") && rate > 0) {
                int end = length < 0 || length > file.length - start ? file.length : start + length;
                return new Wave(Arrays.copyOfRange(file, start, end - (end - start) % 2), rate);
            }
            if (length < 0 || length > file.length - start) {
                break;
            }
            at = start + length + length % 2;
        }
        throw new IOException("No sound in " + file.length + " bytes");
    }

    /// Not a copy: read only.
    byte[] samples() {
        return samples;
    }

    /// Samples a second.
    int rate() {
        return rate;
    }

    double seconds() {
        return samples.length / 2.0 / rate;
    }
}
