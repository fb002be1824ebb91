package org.seatside.server.backup;

import java.io.IOException;
import java.io.OutputStream;

/// Seals what is written, block by block. Complete only after [#finish]: a file without its last block is
/// refused.
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final SealKey key;
    private final byte[] block = new byte[SealKey.BLOCK];
    private int length;
    private long number;

    SealedOutput(OutputStream out, SealKey key) throws IOException {
        this.out = out;
        this.key = key;
        out.write(key.header());
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
        int from = offset;
        int left = count;
        while (left > 0) {
            if (length == block.length) {
                out.write(key.seal(block, length, number++, false));
                length = 0;
            }
            int part = Math.min(left, block.length - length);
            System.arraycopy(bytes, from, block, length, part);
            length += part;
            from += part;
            left -= part;
        }
    }

    /// Writes the last block. The stream below stays open.
    void finish() throws IOException {
        out.write(key.seal(block, length, number, true));
    }
}
