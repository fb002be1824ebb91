package org.seatside.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/// Proves that who asks for metrics can read the node's disk. Kept in `operator-token`; whoever takes the file away
/// has another one at the next start.
final class OperatorToken {
    private static final String FILE = "operator-token";
    private static final int LENGTH = 32;

    private final byte[] token;

    private OperatorToken(String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    static OperatorToken open(DataFolder folder, SecureRandom random) throws IOException {
        Optional<String> kept = folder.read(FILE).filter(token -> token.length() >= LENGTH);
        if (kept.isPresent()) {
            return new OperatorToken(kept.get());
        }
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        folder.write(FILE, drawn);
        return new OperatorToken(drawn);
    }

    boolean is(String said) {
        return MessageDigest.isEqual(token, said.getBytes(StandardCharsets.UTF_8));
    }
}
