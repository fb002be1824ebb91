package org.seatside.client;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Provision;

/// Trusts nodes that the campus's own certificate authority vouches for, and no others: neither what the machine
/// trusts nor another campus. What is pinned is the authority's key, so a node's own keys may change. The name of the
/// host is checked besides, by the JDK.
///
/// The pin comes with the node's address, as its fragment: `https://node.example:8470#ca=` and the SHA-256 of the
/// authority's SubjectPublicKeyInfo in Base64url; where another authority is to take over, its pin behind a comma.
/// What a campus says later of its authorities is added by [#learn].
final class PinnedAuthority implements X509TrustManager {
    private static final Pattern PIN = Pattern.compile("ca=([A-Za-z0-9_-]{43}(?:,[A-Za-z0-9_-]{43})*)");
    private static final String SERVER_AUTH = "1.3.6.1.5.5.7.3.1";

    private final Set<String> told;
    private volatile Set<String> pins;

    private PinnedAuthority(Set<String> told) {
        this.told = told;
        this.pins = told;
    }

    /// What is trusted for these nodes; empty where none of them carries a pin, so that what the machine trusts
    /// decides.
    ///
    /// @throws IllegalArgumentException where a fragment is no pin
    static Optional<PinnedAuthority> of(List<URI> nodes) {
        Set<String> pins = nodes.stream()
                .map(URI::getFragment)
                .filter(Objects::nonNull)
                .flatMap(PinnedAuthority::pins)
                .collect(Collectors.toUnmodifiableSet());
        return pins.isEmpty() ? Optional.empty() : Optional.of(new PinnedAuthority(pins));
    }

    /// Trusts what was told at first and what the campus says now, without what it says is over. Who said it must
    /// have been trusted: by a pin, or by a signature.
    ///
    /// @param authorities null for nothing but what was told at first
    void learn(Provision.@Nullable Authorities authorities) {
        Set<String> now = new HashSet<>(told);
        if (authorities != null) {
            now.addAll(authorities.trusted());
            now.removeAll(authorities.retired());
        }
        pins = Set.copyOf(now);
    }

    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no TLS", e);
        }
    }

    private static Stream<String> pins(String fragment) {
        Matcher matcher = PIN.matcher(fragment);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("After # an address of a node says ca= and 43 characters of Base64url,"
                    + " as the node prints it when it starts");
        }
        return Stream.of(matcher.group(1).split(",", -1));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (chain.length < 2) {
            throw new CertificateException("The node does not show who vouches for it");
        }
        X509Certificate authority = chain[chain.length - 1];
        if (!isPinned(authority)) {
            throw new CertificateException("Another authority than this campus's vouches for the node");
        }
        if (authority.getBasicConstraints() < 0) {
            throw new CertificateException("The node's certificate is vouched for by no authority");
        }
        authority.checkValidity();
        List<String> usage = chain[0].getExtendedKeyUsage();
        if (usage == null || !usage.contains(SERVER_AUTH)) {
            throw new CertificateException("The certificate is not for a server");
        }
        validate(List.of(chain).subList(0, chain.length - 1), authority);
    }

    private static void validate(List<X509Certificate> path, X509Certificate authority) throws CertificateException {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
            parameters.setRevocationEnabled(false); // keys live for ninety days, and there is no list to ask
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
        } catch (CertificateException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new CertificateException("The node's certificate is not valid: " + e.getMessage(), e);
        }
    }

    private boolean isPinned(X509Certificate authority) throws CertificateException {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(authority.getPublicKey().getEncoded());
            return pins.contains(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        } catch (GeneralSecurityException e) {
            throw new CertificateException("This Java runtime has no SHA-256", e);
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("Nobody comes as a client here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
