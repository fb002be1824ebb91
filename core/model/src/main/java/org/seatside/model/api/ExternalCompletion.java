package org.seatside.model.api;

/// What came back from the institution's own service.
public record ExternalCompletion(String state, String code) {
    @Override
    public String toString() {
        return "ExternalCompletion[]";
    }
}
