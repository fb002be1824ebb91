package org.seatside.server.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.file.Path;
import java.util.Arrays;

/// Opens what was sealed; nothing of a block is handed out before all of it was found good.
final class SealedInput extends InputStream {
    private final PushbackInputStream in;
    private final SealKey key;
    private byte[] block = new byte[0];
    private int at;
    private long number;
    private boolean last;

    SealedInput(InputStream sealed, Path passphraseFile) throws IOException {
        in = new PushbackInputStream(sealed, 1);
        byte[] header = in.readNBytes(SealKey.MAGIC.length + SealKey.SALT);
        if (header.length < SealKey.MAGIC.length + SealKey.SALT
                || !Arrays.equals(header, 0, SealKey.MAGIC.length, SealKey.MAGIC, 0, SealKey.MAGIC.length)) {
            throw new IOException("This is no backup of a node");
        }
        key = SealKey.of(passphraseFile, Arrays.copyOfRange(header, SealKey.MAGIC.length, header.length));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int count) throws IOException {
        while (at == block.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int part = Math.min(count, block.length - at);
        System.arraycopy(block, at, bytes, offset, part);
        at += part;
        return part;
    }

    private void next() throws IOException {
        byte[] sealed = in.readNBytes(SealKey.BLOCK + SealKey.TAG);
        int behind = in.read();
        last = behind < 0;
        if (!last) {
            in.unread(behind);
        }
        block = key.open(sealed, number++, last);
        at = 0;
    }
}
