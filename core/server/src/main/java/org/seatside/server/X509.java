package org.seatside.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.IPAddress;

/// Certificates (RFC 5280) of an authority and of the servers it vouches for, signed with ECDSA over P-256.
final class X509 {
    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final int SERIAL_BITS = 127;

    private X509() {}

    /// Who signs.
    record Issuer(X500Name name, PrivateKey key, PublicKey publicKey) {
        @Override
        public String toString() {
            return "Issuer[name=" + name + "]";
        }
    }

    /// From when until when.
    record Validity(Instant from, Instant until) {}

    /// The certificate of an authority, signed by itself; it vouches for servers and for no other authority.
    static X509Certificate authority(Issuer issuer, Validity validity, SecureRandom random)
            throws IOException, GeneralSecurityException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return sign(issuer, issuer.name(), issuer.publicKey(), validity, extensions, random);
    }

    /// What a certificate is for.
    enum Use {
        SERVER(KeyPurposeId.id_kp_serverAuth),
        /// A node among nodes: server and client.
        PEER(KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth);

        /// Never written to after construction: the compiler cannot know it of an array.
        @SuppressWarnings("ImmutableEnumChecker")
        private final KeyPurposeId[] purposes;

        Use(KeyPurposeId... purposes) {
            this.purposes = purposes;
        }
    }

    /// The certificate of who signs nothing.
    ///
    /// @param names DNS names and IP addresses at which others find it
    static X509Certificate endEntity(
            Use use, Issuer issuer, PublicKey key, List<String> names, Validity validity, SecureRandom random)
            throws IOException, GeneralSecurityException {
        ExtensionsGenerator extensions = new ExtensionsGenerator();
        extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        extensions.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        extensions.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(use.purposes));
        extensions.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(names.stream().map(X509::name).toArray(GeneralName[]::new)));
        extensions.addExtension(
                Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(identifier(issuer.publicKey())));
        return sign(issuer, new X500Name("CN=Seatside node"), key, validity, extensions, random);
    }

    private static GeneralName name(String name) {
        boolean address = IPAddress.isValid(name);
        return new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static X509Certificate sign(
            Issuer issuer,
            X500Name subject,
            PublicKey key,
            Validity validity,
            ExtensionsGenerator extensions,
            SecureRandom random)
            throws IOException, GeneralSecurityException {
        extensions.addExtension(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(identifier(key)));
        V3TBSCertificateGenerator content = new V3TBSCertificateGenerator();
        content.setSerialNumber(new ASN1Integer(new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1)));
        content.setSignature(ECDSA);
        content.setIssuer(issuer.name());
        content.setSubject(subject);
        content.setStartDate(new Time(Date.from(validity.from())));
        content.setEndDate(new Time(Date.from(validity.until())));
        content.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(key.getEncoded()));
        content.setExtensions(extensions.generate());
        TBSCertificate toBeSigned = content.generateTBSCertificate();
        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(issuer.key());
        signer.update(toBeSigned.getEncoded("DER"));
        ASN1EncodableVector parts = new ASN1EncodableVector();
        parts.add(toBeSigned);
        parts.add(ECDSA);
        parts.add(new DERBitString(signer.sign()));
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(new DERSequence(parts).getEncoded("DER")));
    }

    /// RFC 5280, section 4.2.1.2, in the longer form of RFC 7093.
    private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    }

    /// The SHA-256 of the key (SubjectPublicKeyInfo) of an authority, Base64url: what clients pin.
    static String pin(X509Certificate authority) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(identifier(authority.getPublicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----";
    }
}
