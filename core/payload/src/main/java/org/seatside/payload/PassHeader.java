package org.seatside.payload;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/// The 14 bytes every DP1 body starts with, big-endian:
///
/// | offset | bytes | field |
/// |---|---|---|
/// | 0 | 1 | version 1 in the high four bits (it fixes every algorithm), type in the low four |
/// | 1 | 1 | kid, number of the issuer key |
/// | 2 | 7 | handle |
/// | 9 | 2 | generation |
/// | 11 | 3 | card and device: expiry, days since 2020-01-01 in two bytes, flags in one; slot: its number |
///
/// Flags: bit 0 is the curve of the device key ([DeviceCurve]), for a card it is reserved; reserved bits are 0.
///
/// @param last the three bytes at offset 11
record PassHeader(Type type, int kid, PassHandle handle, int generation, int last) {
    static final int LENGTH = 14;
    static final int SLOT_LENGTH = 3;

    private static final int VERSION = 1;
    private static final LocalDate EPOCH_DAY = LocalDate.of(2020, 1, 1);
    private static final int MAX_UNSIGNED_SHORT = 0xffff;

    enum Type {
        CARD(1),
        SLOT(2),
        DEVICE(3);

        private final int number;

        Type(int number) {
            this.number = number;
        }

        static Optional<Type> of(int number) {
            return Arrays.stream(values()).filter(type -> type.number == number).findFirst();
        }
    }

    PassHeader {
        IssuerKeys.checkKid(kid);
        if (generation < 0 || generation > MAX_UNSIGNED_SHORT) {
            throw new IllegalArgumentException("A pass generation is 0 to 65535");
        }
    }

    static PassHeader card(int kid, PassHandle handle, int generation, LocalDate expires) {
        return new PassHeader(Type.CARD, kid, handle, generation, expiry(expires));
    }

    static PassHeader slot(int kid, PassHandle handle, int generation, long slot) {
        return new PassHeader(Type.SLOT, kid, handle, generation, checkedSlot(slot));
    }

    static PassHeader device(int kid, PassHandle handle, int generation, LocalDate expires, DeviceCurve curve) {
        return new PassHeader(Type.DEVICE, kid, handle, generation, expiry(expires) | curve.flag());
    }

    /// Empty where version, type or a reserved bit is not of this version.
    ///
    /// @param body at least 14 bytes
    static Optional<PassHeader> read(byte[] body) {
        ByteBuffer bytes = ByteBuffer.wrap(body);
        int first = bytes.get() & 0xff;
        Optional<Type> type = Type.of(first & 0xf);
        if (first >> 4 != VERSION || type.isEmpty()) {
            return Optional.empty();
        }
        int kid = bytes.get() & 0xff;
        long handle = (bytes.getInt() & 0xffff_ffffL) << 24 | unsigned24(bytes);
        int generation = bytes.getShort() & 0xffff;
        PassHeader header = new PassHeader(type.get(), kid, new PassHandle(handle), generation, unsigned24(bytes));
        return header.hasReservedBits() ? Optional.empty() : Optional.of(header);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .put((byte) (VERSION << 4 | type.number))
                .put((byte) kid)
                .putInt((int) (handle.value() >> 24))
                .put(three((int) handle.value()))
                .putShort((short) generation)
                .put(three(last))
                .array();
    }

    LocalDate expires() {
        return EPOCH_DAY.plusDays(last >> 8);
    }

    DeviceCurve curve() {
        return (last & DeviceCurve.P_256.flag()) == 0 ? DeviceCurve.ED25519 : DeviceCurve.P_256;
    }

    /// Length of header and device key, which the issuer signs together.
    int signedLength() {
        return type == Type.DEVICE ? LENGTH + curve().keyLength() : LENGTH;
    }

    /// Exact length of the whole body.
    int bodyLength() {
        int issued = signedLength() + Ed25519.SIGNATURE_LENGTH;
        return type == Type.DEVICE ? issued + SLOT_LENGTH + P256.SIGNATURE_LENGTH : issued;
    }

    /// The low 24 bits, big-endian.
    static byte[] three(int value) {
        return new byte[] {(byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    static int unsigned24(ByteBuffer bytes) {
        return (bytes.get() & 0xff) << 16 | (bytes.getShort() & 0xffff);
    }

    static int checkedSlot(long slot) {
        if (slot < 0 || slot > Slots.MAX) {
            throw new IllegalArgumentException("A slot is 0 to 16777215");
        }
        return (int) slot;
    }

    private boolean hasReservedBits() {
        return switch (type) {
            case CARD -> (last & 0xff) != 0;
            case SLOT -> false;
            case DEVICE -> (last & 0xff & ~DeviceCurve.P_256.flag()) != 0;
        };
    }

    private static int expiry(LocalDate expires) {
        long day = expires.toEpochDay() - EPOCH_DAY.toEpochDay();
        if (day < 0 || day > MAX_UNSIGNED_SHORT) {
            throw new IllegalArgumentException("A pass expires between 2020-01-01 and 2199-06-06");
        }
        return (int) day << 8;
    }
}
