package org.seatside.server;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Proves that who makes the first administrator can read the node's disk.
final class SetupToken {
    private static final String FILE = "setup-token";
    private static final int LENGTH = 24;

    private SetupToken() {}

    /// The token in the folder, drawn where there is none. Once an account exists the file goes, and what is
    /// returned is in no file.
    static String open(DataFolder folder, boolean needsSetup, SecureRandom random) throws IOException {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (!needsSetup) {
            folder.delete(FILE);
            return drawn;
        }
        Optional<String> kept = folder.read(FILE).filter(token -> !token.isEmpty());
        if (kept.isEmpty()) {
            folder.write(FILE, drawn);
        }
        return kept.orElse(drawn);
    }
}
