package org.seatside.model.api;

/// A student's PIN.
///
/// @param pin 4 to 8 digits
public record NewPin(String pin) {
    @Override
    public String toString() {
        return "NewPin[]";
    }
}
