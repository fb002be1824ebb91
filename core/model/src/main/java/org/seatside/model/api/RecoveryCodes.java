package org.seatside.model.api;

import java.util.List;

/// Codes that stand in for the authenticator, each once. They exist in this answer only.
public record RecoveryCodes(List<String> codes) {
    @Override
    public String toString() {
        return "RecoveryCodes[]";
    }
}
