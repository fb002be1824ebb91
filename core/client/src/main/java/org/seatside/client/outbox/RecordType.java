package org.seatside.client.outbox;

import java.util.Optional;

/// What a record of the journal says. The codes are on disks: never change one.
enum RecordType {
    /// First of every file: [Head].
    HEAD(1),
    /// A CheckIn.
    CHECK_IN(2),
    /// A node acknowledged it: [Acceptance].
    ACCEPTED(3),
    /// A node refused to take it: [Rejection].
    REFUSED(4),
    /// It waits again: [Reopening].
    REOPENED(5);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    byte code() {
        return (byte) code;
    }

    static Optional<RecordType> of(byte code) {
        for (RecordType type : values()) {
            if (type.code == code) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
