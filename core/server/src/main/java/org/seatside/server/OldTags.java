package org.seatside.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.seatside.payload.RoomTagCipher;
import org.seatside.payload.RoomTagKeyException;
import org.seatside.payload.RoomTagKeys;

/// Finds the key of the institution's old room tags: a PKCS12 file, else the environment, else none.
final class OldTags {
    private OldTags() {}

    /// Empty where the campus has no old tags.
    ///
    /// @throws NodeStartException where a key is given that cannot be used
    static Optional<RoomTagCipher> cipher(NodeConfig.Legacy legacy, Map<String, String> environment)
            throws NodeStartException {
        try {
            if (legacy.keyStore() != null) {
                return Optional.of(fromFile(legacy.keyStore(), Objects.requireNonNull(legacy.passwordFile())));
            }
            return environment.containsKey(RoomTagKeys.VARIABLE)
                    ? Optional.of(new RoomTagCipher(RoomTagKeys.fromEnvironment(environment)))
                    : Optional.empty();
        } catch (RoomTagKeyException e) {
            throw new NodeStartException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new NodeStartException("legacy.passwordFile cannot be read", e);
        }
    }

    private static RoomTagCipher fromFile(Path keyStore, Path passwordFile) throws IOException, RoomTagKeyException {
        char[] password =
                Files.readString(passwordFile).lines().findFirst().orElse("").toCharArray();
        try {
            return new RoomTagCipher(RoomTagKeys.fromPkcs12(keyStore, password));
        } finally {
            Arrays.fill(password, ' ');
        }
    }
}
