package org.seatside.replication;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.apache.ratis.proto.RaftProtos.LogEntryProto;
import org.apache.ratis.thirdparty.com.google.protobuf.InvalidProtocolBufferException;

/// One walk through a log file of Ratis: the 8 characters `RaftLog1`, then entries, each its length as a
/// protobuf varint, that many bytes of protobuf, and CRC-32C (big-endian) over both; zeros fill the rest.
///
/// A write that a crash tore leaves the beginning of an entry and zeros. An entry that is all there with a wrong
/// checksum, or has entries behind it, or would be right with another length, was not torn but damaged.
///
/// @param end how the walk ended
/// @param next index of the entry that was expected where it ended
/// @param offset byte at which it ended
record LogFileScan(End end, long next, int offset) {
    enum End {
        WHOLE,
        TORN,
        DAMAGED
    }

    private static final byte[] HEADER = "RaftLog1".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECKSUM = 4;

    static LogFileScan of(Path file, long start) throws IOException {
        return new Walk(Files.readAllBytes(file)).walk(start);
    }

    /// Where the entry of an index ends, for one that is good and whole; the end of what is good where it is not there.
    static long behind(Path file, long start, long last) throws IOException {
        Walk walk = new Walk(Files.readAllBytes(file));
        int at = HEADER.length;
        for (long index = start; index <= last; index++) {
            int behind = at < walk.written ? walk.behindEntry(at, index) : -1;
            if (behind < 0) {
                return at;
            }
            at = behind;
        }
        return at;
    }

    private static final class Walk {
        private final byte[] bytes;
        /// Behind the last byte that is not zero.
        private final int written;

        Walk(byte[] bytes) {
            this.bytes = bytes;
            int last = bytes.length;
            while (last > 0 && bytes[last - 1] == 0) {
                last--;
            }
            this.written = last;
        }

        LogFileScan walk(long start) {
            if (written < HEADER.length) {
                boolean begun = Arrays.equals(bytes, 0, written, HEADER, 0, written);
                return new LogFileScan(begun ? End.WHOLE : End.DAMAGED, start, 0);
            }
            if (!Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length)) {
                return new LogFileScan(End.DAMAGED, start, 0);
            }
            int at = HEADER.length;
            long index = start;
            while (at < written) {
                int behind = behindEntry(at, index);
                if (behind < 0) {
                    return new LogFileScan(isTorn(at, index) ? End.TORN : End.DAMAGED, index, at);
                }
                at = behind;
                index++;
            }
            return new LogFileScan(End.WHOLE, index, at);
        }

        /// Where the entry ends; -1 where there is no good entry of this index.
        private int behindEntry(int at, long index) {
            long length = varint(at);
            int size = varintSize(at);
            if (length <= 0 || at + size + length + CHECKSUM > bytes.length) {
                return -1;
            }
            int behind = at + size + (int) length;
            CRC32C crc = new CRC32C();
            crc.update(bytes, at, behind - at);
            if ((int) crc.getValue() != ByteBuffer.wrap(bytes).getInt(behind)) {
                return -1;
            }
            try {
                LogEntryProto entry = LogEntryProto.parser().parseFrom(bytes, at + size, (int) length);
                return entry.getIndex() == index ? behind + CHECKSUM : -1;
            } catch (InvalidProtocolBufferException e) {
                return -1;
            }
        }

        private boolean isTorn(int at, long index) {
            if (bytes[at] == 0) {
                return false;
            }
            long claimedEnd = at + varintSize(at) + varint(at) + CHECKSUM;
            // A checksum may end in zeros, so an entry that lacks no more than those may be whole.
            boolean whole = claimedEnd - written < CHECKSUM;
            return !whole && !hasEntryBehind(at, index + 1) && !isWholeWithAnotherLength(at);
        }

        /// Whether an entry of this index or a later one begins anywhere behind.
        private boolean hasEntryBehind(int at, long index) {
            for (int from = at + 1; from < written - CHECKSUM; from++) {
                int body = from + varintSize(from);
                // Field 1, the term, comes first in every entry: this spares nearly all checksums.
                if (body < written && bytes[body] == 0x08) {
                    for (long later = index; later < index + 3; later++) {
                        if (behindEntry(from, later) >= 0) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        /// The damage may be in the length itself: then the checksum at the end of what was written fits another
        /// one.
        private boolean isWholeWithAnotherLength(int at) {
            for (int zeros = 0; zeros < CHECKSUM; zeros++) {
                int behind = written + zeros - CHECKSUM;
                for (int size = 1; size < 5; size++) {
                    int length = behind - at - size;
                    byte[] head = encoded(Math.max(length, 0));
                    if (length > 0 && head.length == size && behind + CHECKSUM <= bytes.length) {
                        CRC32C crc = new CRC32C();
                        crc.update(head);
                        crc.update(bytes, at + size, length);
                        if ((int) crc.getValue() == ByteBuffer.wrap(bytes).getInt(behind)) {
                            return true;
                        }
                    }
                }
            }
            return false;
        }

        private long varint(int at) {
            long value = 0;
            int size = varintSize(at);
            for (int i = 0; i < size; i++) {
                value |= (long) (bytes[at + i] & 0x7f) << (7 * i);
            }
            return value;
        }

        private int varintSize(int at) {
            int size = 1;
            while (size < 5 && at + size < bytes.length && bytes[at + size - 1] < 0) {
                size++;
            }
            return size;
        }

        private static byte[] encoded(int length) {
            byte[] head = new byte[5];
            int size = 0;
            int rest = length;
            while (rest > 0x7f) {
                head[size++] = (byte) (rest | 0x80);
                rest >>>= 7;
            }
            head[size++] = (byte) rest;
            return Arrays.copyOf(head, size);
        }
    }
}
