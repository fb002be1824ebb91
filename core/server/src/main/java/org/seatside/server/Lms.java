package org.seatside.server;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.server.lti.AgsScores;
import org.seatside.service.lms.ScoreSender;

/// Which way to a learning management system a configuration asks for.
final class Lms {
    private Lms() {}

    /// Null where there is none.
    ///
    /// @throws NodeStartException naming the key that cannot be used
    static @Nullable ScoreSender open(LmsConfig config, Json json, InstantSource clock, Parts parts)
            throws NodeStartException {
        URI tokenUrl = config.tokenUrl();
        String clientId = config.clientId();
        Path keyFile = config.keyFile();
        return tokenUrl == null || clientId == null || keyFile == null
                ? null
                : parts.add(new AgsScores(tokenUrl, clientId, key(keyFile), config.keyId(), json, clock));
    }

    private static PrivateKey key(Path file) throws NodeStartException {
        try {
            String pem =
                    Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new NodeStartException("connectors.lms.keyFile is no RSA key as PKCS 8 in PEM", e);
        }
    }
}
