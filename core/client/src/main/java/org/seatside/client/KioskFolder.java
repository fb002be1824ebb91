package org.seatside.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.seatside.json.Json;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Provision;
import org.seatside.model.api.SignedProvision;

/// What a kiosk remembers between starts: whom it is paired with, and the last provision. A provision is verified
/// whenever it is read, from the node or from here. Threads may write at the same time.
final class KioskFolder {
    private static final String CODE_USED = "pairing-code.used";
    private static final String SIGNED = "SEATSIDE-PROVISION-1\n";

    private final Path directory;
    private final Json json;

    KioskFolder(Path directory, Json json) {
        this.directory = directory;
        this.json = json;
    }

    Optional<PairedKiosk> pairing() throws IOException {
        Path file = directory.resolve("pairing.json");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        PairedKiosk paired = json.read(Files.readAllBytes(file), PairedKiosk.class);
        // JSON may leave anything out.
        if (Stream.of(paired.kiosk(), paired.issuerKey()).anyMatch(Objects::isNull)) {
            throw new IOException("No pairing in " + file + ": move it away and pair the kiosk again");
        }
        return Optional.of(paired);
    }

    /// @param code that it was paired with
    synchronized void pair(PairedKiosk pairing, String code) throws IOException {
        publicKey(pairing);
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve("provision.json"));
        PrivateFile.write(directory.resolve(CODE_USED), digest(code).getBytes(StandardCharsets.US_ASCII));
        PrivateFile.write(directory.resolve("pairing.json"), json.write(pairing));
    }

    /// Whether this is the code it was paired with last; no for a pairing from before codes were remembered.
    boolean isUsed(String code) throws IOException {
        Path file = directory.resolve(CODE_USED);
        return Files.exists(file)
                && Files.readString(file, StandardCharsets.US_ASCII).equals(digest(code));
    }

    /// The code itself need not lie about.
    private static String digest(String code) {
        try {
            byte[] bytes = code.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    Optional<Provision> provision(PairedKiosk pairing) throws IOException {
        Path file = directory.resolve("provision.json");
        return Files.exists(file)
                ? Optional.of(verified(json.read(Files.readAllBytes(file), SignedProvision.class), pairing))
                : Optional.empty();
    }

    /// Keeps it where it is to be trusted.
    ///
    /// @throws UntrustedProvisionException where it is not; what was kept before stays
    synchronized Provision keep(SignedProvision signed, PairedKiosk pairing) throws IOException {
        Provision provision = verified(signed, pairing);
        PrivateFile.write(directory.resolve("provision.json"), json.write(signed));
        return provision;
    }

    private Provision verified(SignedProvision signed, PairedKiosk pairing) throws IOException {
        byte[] content;
        byte[] signature;
        if (Stream.of(signed.provision(), signed.signature()).anyMatch(Objects::isNull)) {
            throw new UntrustedProvisionException("The provision is not whole");
        }
        try {
            content = Base64.getDecoder().decode(signed.provision());
            signature = Base64.getDecoder().decode(signed.signature());
        } catch (IllegalArgumentException e) {
            throw new UntrustedProvisionException("The provision is not Base64");
        }
        byte[] prefix = SIGNED.getBytes(StandardCharsets.US_ASCII);
        byte[] message = new byte[prefix.length + content.length];
        System.arraycopy(prefix, 0, message, 0, prefix.length);
        System.arraycopy(content, 0, message, prefix.length, content.length);
        if (!Ed25519.verify(publicKey(pairing), message, signature)) {
            throw new UntrustedProvisionException(
                    "The provision is not signed by the campus this kiosk is paired with");
        }
        Provision provision = json.read(content, Provision.class);
        if (!provision.kiosk().equals(pairing.kiosk())) {
            throw new UntrustedProvisionException("The provision is for another kiosk");
        }
        return provision;
    }

    private static PublicKey publicKey(PairedKiosk pairing) throws UntrustedProvisionException {
        try {
            return Ed25519.publicKey(pairing.issuerKey());
        } catch (IllegalArgumentException e) {
            throw new UntrustedProvisionException("The issuer key of the pairing is no Ed25519 key");
        }
    }
}
