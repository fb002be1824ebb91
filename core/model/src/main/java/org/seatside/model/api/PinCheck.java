package org.seatside.model.api;

/// What was typed at a kiosk.
public record PinCheck(String number, String pin) {
    @Override
    public String toString() {
        return "PinCheck[]";
    }
}
