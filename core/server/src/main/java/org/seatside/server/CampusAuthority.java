package org.seatside.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/// The campus's own certificate authority: kiosks and the staff's app pin its key and trust no other. Made once and
/// kept in `authority.p12`; its certificate, which is no secret, lies beside it in `authority.pem`. It vouches for
/// short-lived server keys, which are never written to disk.
final class CampusAuthority {
    /// How long a server's key is used.
    static final Duration SERVER_LIFE = Duration.ofDays(90);

    static final String FILE = "authority.p12";
    static final String PEM = "authority.pem";

    private static final String ALIAS = "authority";
    private static final Duration LIFE = Duration.ofDays(365 * 20L);

    /// Clocks of clients may be behind.
    private static final Duration BEFORE = Duration.ofDays(1);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final SecureRandom random;

    private CampusAuthority(PrivateKey key, X509Certificate certificate, SecureRandom random) {
        this.key = key;
        this.certificate = certificate;
        this.random = random;
    }

    /// Reads an authority of the folder; makes one where there is none.
    ///
    /// @param name of its file
    /// @param password of the folder's key stores
    /// @throws NodeStartException where the file is damaged: every client would have to pin another, so that is not
    ///     done silently
    static CampusAuthority open(DataFolder folder, String name, char[] password, Instant now, SecureRandom random)
            throws IOException, NodeStartException {
        Path file = folder.resolve(name);
        try {
            return Files.exists(file)
                    ? read(Files.readAllBytes(file), password, random)
                    : make(folder, name, password, now, random);
        } catch (GeneralSecurityException | IOException e) {
            throw new NodeStartException(
                    "The campus's authority in " + file + " cannot be read: restore it from a backup. Without it every"
                            + " kiosk has to be paired again",
                    e);
        }
    }

    private static CampusAuthority read(byte[] stored, char[] password, SecureRandom random)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(stored), password);
        if (store.getKey(ALIAS, password) instanceof PrivateKey key
                && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return new CampusAuthority(key, certificate, random);
        }
        throw new IOException("an entry is missing");
    }

    private static CampusAuthority make(
            DataFolder folder, String name, char[] password, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        KeyPair pair = pair(random);
        X509.Issuer issuer = new X509.Issuer(new X500Name("CN=Seatside campus"), pair.getPrivate(), pair.getPublic());
        X509Certificate certificate =
                X509.authority(issuer, new X509.Validity(now.minus(BEFORE), now.plus(LIFE)), random);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, pair.getPrivate(), password, new Certificate[] {certificate});
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        store.store(stored, password);
        if (name.equals(FILE)) {
            folder.write(PEM, X509.pem(certificate));
        }
        folder.write(name, stored.toByteArray());
        return new CampusAuthority(pair.getPrivate(), certificate, random);
    }

    private static KeyPair pair(SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    /// A new key for a server with the certificate for it and that of this authority.
    ///
    /// @param names DNS names and IP addresses at which clients find the server
    /// @param password of the key in the store
    KeyStore server(List<String> names, Instant now, char[] password) throws IOException, GeneralSecurityException {
        return vouched(X509.Use.SERVER, names, now, password);
    }

    /// A new key for a node that talks with other nodes, as a server and as a client of theirs.
    ///
    /// @param names under which the other nodes reach it
    KeyStore peer(List<String> names, Instant now, char[] password) throws IOException, GeneralSecurityException {
        return vouched(X509.Use.PEER, names, now, password);
    }

    private KeyStore vouched(X509.Use use, List<String> names, Instant now, char[] password)
            throws IOException, GeneralSecurityException {
        KeyPair pair = pair(random);
        X509.Issuer issuer = new X509.Issuer(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()),
                key,
                certificate.getPublicKey());
        X509Certificate vouched = X509.endEntity(
                use,
                issuer,
                pair.getPublic(),
                names,
                new X509.Validity(now.minus(BEFORE), now.plus(SERVER_LIFE)),
                random);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry("node", pair.getPrivate(), password, new Certificate[] {vouched, certificate});
        return store;
    }

    /// When it was made.
    Instant madeAt() {
        return certificate.getNotBefore().toInstant().plus(BEFORE);
    }

    Instant endsAt() {
        return certificate.getNotAfter().toInstant();
    }

    /// What clients pin.
    String pin() {
        return X509.pin(certificate);
    }

    X509Certificate certificate() {
        return certificate;
    }
}
