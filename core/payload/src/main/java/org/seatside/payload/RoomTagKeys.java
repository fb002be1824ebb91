package org.seatside.payload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Where the key of the legacy room tags may come from: a PKCS12 file or the environment, on the node, nowhere else.
public final class RoomTagKeys {
    /// Name of the environment variable: 32, 48 or 64 hexadecimal digits.
    public static final String VARIABLE = "SEATSIDE_ROOM_TAG_KEY";

    private static final Pattern HEX = Pattern.compile("([0-9a-fA-F]{32}|[0-9a-fA-F]{48}|[0-9a-fA-F]{64})");

    private RoomTagKeys() {}

    /// The key in [#VARIABLE].
    ///
    /// @param environment the variables of the process
    public static SecretKey fromEnvironment(Map<String, String> environment) throws RoomTagKeyException {
        String hex = environment.getOrDefault(VARIABLE, "");
        if (!HEX.matcher(hex).matches()) {
            throw new RoomTagKeyException();
        }
        return new SecretKeySpec(HexFormat.of().parseHex(hex), "AES");
    }

    /// The only secret key in a PKCS12 file, which must be an AES key.
    ///
    /// @param password of the file and of the key; not kept, the caller wipes it
    public static SecretKey fromPkcs12(Path file, char[] password) throws RoomTagKeyException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            List<String> aliases = Collections.list(store.aliases());
            if (aliases.size() == 1
                    && store.getKey(aliases.getFirst(), password) instanceof SecretKey key
                    && key.getAlgorithm().equals("AES")) {
                return key;
            }
        } catch (IOException | GeneralSecurityException _) {
            throw new RoomTagKeyException();
        }
        throw new RoomTagKeyException();
    }
}
