package org.seatside.client;

import java.io.IOException;

/// A provision that the issuer key this kiosk was paired with did not sign, or that is for another kiosk.
public final class UntrustedProvisionException extends IOException {
    private static final long serialVersionUID = 1L;

    UntrustedProvisionException(String message) {
        super(message);
    }
}
