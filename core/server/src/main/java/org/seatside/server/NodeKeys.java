package org.seatside.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;

/// The campus's own keys: the pair that signs passes, room codes and provisions, and the secret from which
/// handles, pairing codes and kiosk tokens are derived. Made at the first start and kept in `keys.p12`; its
/// password is drawn too and lies beside it in `keys.password`. The password keeps the keys out of a stray copy
/// of one file; what protects them on the node is the permissions of the folder.
///
/// @param number of the issuer key, 0 to 255, in every code it signs
record NodeKeys(int number, PrivateKey issuerKey, PublicKey issuerPublicKey, SecretKey secret) {
    static final String FILE = "keys.p12";

    /// The password of the folder's key stores.
    static final String PASSWORD = "keys.password";

    private static final String ISSUER = "issuer-1";
    private static final String SECRET = "campus-secret";
    private static final int NUMBER = 1;
    private static final int SECRET_LENGTH = 32;
    private static final String ED25519_OID = "1.3.101.112";
    private static final Duration FOR_GOOD = Duration.ofDays(365 * 50L);

    /// Reads the keys of the folder; makes them where there are none.
    ///
    /// @throws NodeStartException where one of the two files is missing or damaged: making new keys would make
    ///     every printed pass worthless, so that is not done silently
    static NodeKeys open(DataFolder folder, SecureRandom random) throws IOException, NodeStartException {
        Path file = folder.resolve(FILE);
        Optional<String> password = folder.read(PASSWORD);
        try {
            if (!Files.exists(file)) {
                return make(folder, random);
            }
            if (password.isPresent()) {
                return read(Files.readAllBytes(file), password.get().toCharArray());
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new NodeStartException(
                    "The keys in " + file + " cannot be read: restore " + FILE + " and " + PASSWORD + " from a backup",
                    e);
        }
        throw new NodeStartException(folder.resolve(PASSWORD)
                + " is missing: restore it from a backup, without it the campus's keys are lost");
    }

    private static NodeKeys read(byte[] stored, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(stored), password);
        Certificate certificate = store.getCertificate(ISSUER);
        if (certificate != null
                && store.getKey(ISSUER, password) instanceof PrivateKey issuer
                && store.getKey(SECRET, password) instanceof SecretKey secret) {
            return new NodeKeys(NUMBER, issuer, certificate.getPublicKey(), secret);
        }
        throw new IOException("an entry is missing");
    }

    /// The password goes to disk first: a key store without it would be lost, it without a key store is
    /// nothing.
    private static NodeKeys make(DataFolder folder, SecureRandom random) throws IOException, GeneralSecurityException {
        KeyPair issuer = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] secret = new byte[SECRET_LENGTH];
        random.nextBytes(secret);
        byte[] drawn = new byte[SECRET_LENGTH];
        random.nextBytes(drawn);
        char[] password =
                Base64.getUrlEncoder().withoutPadding().encodeToString(drawn).toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ISSUER, issuer.getPrivate(), password, new Certificate[] {selfSigned(issuer)});
        store.setKeyEntry(SECRET, new SecretKeySpec(secret, "HmacSHA256"), password, null);
        ByteArrayOutputStream stored = new ByteArrayOutputStream();
        store.store(stored, password);
        folder.write(PASSWORD, new String(password));
        folder.write(FILE, stored.toByteArray());
        return read(stored.toByteArray(), password);
    }

    /// PKCS12 keeps a private key only with a certificate; nobody checks this one.
    private static Certificate selfSigned(KeyPair pair) throws IOException, GeneralSecurityException {
        AlgorithmIdentifier ed25519 = new AlgorithmIdentifier(new ASN1ObjectIdentifier(ED25519_OID));
        X500Name name = new X500Name("CN=Seatside issuer " + NUMBER);
        Instant now = Instant.now();
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        content.setSignature(ed25519);
        content.setIssuer(name);
        content.setSubject(name);
        content.setStartDate(new Time(Date.from(now)));
        content.setEndDate(new Time(Date.from(now.plus(FOR_GOOD))));
        content.setSubjectPublicKeyInfo(
                SubjectPublicKeyInfo.getInstance(pair.getPublic().getEncoded()));
        TBSCertificate toBeSigned = content.generateTBSCertificate();
        Signature signer = Signature.getInstance("Ed25519");
        signer.initSign(pair.getPrivate());
        signer.update(toBeSigned.getEncoded());
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(toBeSigned);
        parts.add(ed25519);
        parts.add(new DERBitString(signer.sign()));
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded()));
    }

    /// SubjectPublicKeyInfo in Base64.
    String issuerPublicKeyText() {
        return Base64.getEncoder().encodeToString(issuerPublicKey.getEncoded());
    }

    @Override
    public String toString() {
        return "NodeKeys[number=" + number + "]";
    }
}
