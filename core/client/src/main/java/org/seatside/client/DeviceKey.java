package org.seatside.client;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// The Ed25519 key that a kiosk made for itself and that never leaves it. Thread-safe.
public final class DeviceKey {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);

    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    private DeviceKey(PrivateKey privateKey, PublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /// Reads the key, or makes one where there is no file yet. The file is the owner's alone: the private key as
    /// PKCS#8 and the public one as SubjectPublicKeyInfo, a line of Base64 each.
    ///
    /// @throws IOException where it cannot be read or written, is no such key, or others may read it
    public static DeviceKey at(Path file) throws IOException {
        try {
            return Files.exists(file) ? read(file) : create(file);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // Without the cause: it may quote the key.
            throw new IOException("No device key in " + file + ": move it away and pair the kiosk again");
        }
    }

    private static DeviceKey read(Path file) throws IOException, GeneralSecurityException {
        if (PrivateFile.posix(file)
                && Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
            throw new IOException("Others may read the device key: chmod 600 " + file);
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        if (lines.size() != 2) {
            throw new IllegalArgumentException("two lines");
        }
        KeyFactory keys = KeyFactory.getInstance("Ed25519");
        DeviceKey key = new DeviceKey(
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(lines.getFirst()))),
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(lines.getLast()))));
        byte[] proof = "SEATSIDE-DEVICE-KEY-CHECK".getBytes(StandardCharsets.US_ASCII);
        if (!Ed25519.verify(key.publicKey, proof, Base64.getDecoder().decode(key.sign(proof)))) {
            throw new GeneralSecurityException("not a pair");
        }
        return key;
    }

    private static DeviceKey create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        String text = base64.encodeToString(pair.getPrivate().getEncoded())
                + "\n"
                + base64.encodeToString(pair.getPublic().getEncoded())
                + "\n";
        PrivateFile.write(file, text.getBytes(StandardCharsets.US_ASCII));
        return new DeviceKey(pair.getPrivate(), pair.getPublic());
    }

    /// SubjectPublicKeyInfo in Base64.
    public String publicKey() {
        return Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /// An Ed25519 signature in Base64.
    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 signs with Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "DeviceKey[]";
    }
}
