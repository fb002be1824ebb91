package org.seatside.exchange.intake;

import org.seatside.service.RefusedException;

/// Why a file is not taken. Repeats nothing of it.
final class Bad {
    private Bad() {}

    static RefusedException file(String code, String message) {
        return new RefusedException(RefusedException.Kind.INVALID, code, message);
    }

    static RefusedException tooLarge() {
        return file("file-too-large", "This is more than an import takes: 50 MB unpacked, 200,000 rows, 200 columns.");
    }
}
