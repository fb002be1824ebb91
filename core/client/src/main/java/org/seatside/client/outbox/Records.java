package org.seatside.client.outbox;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/// The bytes of records: magic (4), length of the payload (4), type (1), CRC-32C (4) over length, type and payload;
/// then the payload, JSON in UTF-8. Numbers are big-endian. The magic begins with 0xFF, which no UTF-8 contains: what
/// a code shown to the camera says can never look like a record.
final class Records {
    static final int MAGIC = 0xFF5E_A701;
    static final int HEADER = 13;
    static final int MAX_PAYLOAD = 64 * 1024;

    /// @param offset of its first byte in the file
    /// @param length header included
    @SuppressWarnings("ArrayRecordComponent") // never compared by content, and a copy for each reading costs
    record Raw(RecordType type, byte[] payload, int offset, int length) {}

    /// Bytes that are no record.
    record Gap(int offset, int length) {}

    /// All that could be read of a file, and what could not.
    record Content(List<Raw> records, List<Gap> gaps) {
        /// Enough to know that there was something: the payloads of a long journal need not stay in memory.
        Content withoutPayloads() {
            return new Content(records.stream().limit(1).toList(), gaps);
        }
    }

    private Records() {}

    static ByteBuffer encode(RecordType type, byte[] payload) {
        if (payload.length > MAX_PAYLOAD) {
            throw new IllegalArgumentException("A record holds at most " + MAX_PAYLOAD + " bytes");
        }
        return ByteBuffer.allocate(HEADER + payload.length)
                .putInt(MAGIC)
                .putInt(payload.length)
                .put(type.code())
                .putInt(checksum(payload.length, type.code(), payload))
                .put(payload)
                .flip();
    }

    /// Reads every record that is whole; after bytes that are none it goes on at the next that is.
    static Content decode(byte[] file) {
        List<Raw> records = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        int gapFrom = -1;
        for (int offset = 0; offset < file.length; ) {
            Optional<Raw> record = at(file, offset);
            if (record.isEmpty()) {
                gapFrom = gapFrom < 0 ? offset : gapFrom;
                offset++;
                continue;
            }
            if (gapFrom >= 0) {
                gaps.add(new Gap(gapFrom, offset - gapFrom));
                gapFrom = -1;
            }
            records.add(record.get());
            offset += record.get().length();
        }
        if (gapFrom >= 0) {
            gaps.add(new Gap(gapFrom, file.length - gapFrom));
        }
        return new Content(records, gaps);
    }

    private static Optional<Raw> at(byte[] file, int offset) {
        if (file.length - offset < HEADER) {
            return Optional.empty();
        }
        ByteBuffer header = ByteBuffer.wrap(file, offset, HEADER);
        if (header.getInt() != MAGIC) {
            return Optional.empty();
        }
        int length = header.getInt();
        byte type = header.get();
        int checksum = header.getInt();
        if (length < 0 || length > MAX_PAYLOAD || length > file.length - offset - HEADER) {
            return Optional.empty();
        }
        byte[] payload = new byte[length];
        System.arraycopy(file, offset + HEADER, payload, 0, length);
        if (checksum(length, type, payload) != checksum) {
            return Optional.empty();
        }
        return RecordType.of(type).map(known -> new Raw(known, payload, offset, HEADER + length));
    }

    private static int checksum(int length, byte type, byte[] payload) {
        CRC32C crc = new CRC32C();
        crc.update(ByteBuffer.allocate(5).putInt(length).put(type).flip());
        crc.update(payload);
        return (int) crc.getValue();
    }
}
