package org.seatside.qr.engine;

/// Reads numbers of up to 16 bits from a row of bytes, the most significant bit first.
final class BitReader {
    private byte[] bytes = new byte[0];
    private int length;
    private int position;

    void open(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        position = 0;
    }

    /// Goes on by so many bits, of which there must be as many.
    void skip(int bits) {
        position += bits;
    }

    int available() {
        return length * 8 - position;
    }

    /// @throws SegmentException if fewer bits are left
    int read(int bits) throws SegmentException {
        if (bits > available()) {
            throw new SegmentException("a segment ends after its last bit");
        }
        int value = 0;
        for (int i = 0; i < bits; i++, position++) {
            value = (value << 1) | ((bytes[position >> 3] >> (7 - (position & 7))) & 1);
        }
        return value;
    }
}
