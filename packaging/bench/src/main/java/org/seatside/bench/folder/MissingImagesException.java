package org.seatside.bench.folder;

import java.io.IOException;

/// There is nothing to measure on. The message says what is missing and what to do.
public final class MissingImagesException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingImagesException(String message) {
        super(message);
    }
}
