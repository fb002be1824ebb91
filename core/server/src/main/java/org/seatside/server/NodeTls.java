package org.seatside.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys with which a node proves to its clients who it is: from a file of the operator's, or new ones every sixty
/// days, which the campus's own authority vouches for. Thread-safe.
final class NodeTls {
    private static final Logger LOG = LoggerFactory.getLogger(NodeTls.class);
    private static final int PASSWORD_LENGTH = 24;
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);

    /// How often to look whether a new key is due.
    static final Duration LOOK_EVERY = Duration.ofHours(6);

    private final SslContextFactory.Server factory = new SslContextFactory.Server();
    private final String pin;
    private final List<String> names;

    /// Keys that come from elsewhere are looked after elsewhere.
    private final @Nullable CampusAuthority authority;

    private final char[] password;
    private final InstantSource clock;

    private NodeTls(
            KeyStore keys,
            char[] password,
            String pin,
            List<String> names,
            @Nullable CampusAuthority authority,
            InstantSource clock) {
        this.password = password;
        this.pin = pin;
        this.names = List.copyOf(names);
        this.authority = authority;
        this.clock = clock;
        factory.setKeyStore(keys);
        factory.setKeyStorePassword(new String(password));
        factory.setKeyManagerPassword(new String(password));
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setRenegotiationAllowed(false);
        // A client that names another host refuses the certificate itself; kiosks may know a node by its number.
        factory.setSniRequired(false);
    }

    /// @param storePassword of the folder's key stores
    /// @throws NodeStartException where the keys cannot be used, and how to mend it
    static NodeTls open(
            NodeConfig.Http http, DataFolder folder, char[] storePassword, InstantSource clock, SecureRandom random)
            throws IOException, NodeStartException {
        List<String> names = names(http);
        try {
            NodeConfig.Tls given = http.tls();
            if (given.keyStore() != null) {
                return fromFile(given.keyStore(), Objects.requireNonNull(given.passwordFile()), names, clock);
            }
            CampusAuthority authority = CampusAuthority.open(folder, storePassword, clock.instant(), random);
            byte[] drawn = new byte[PASSWORD_LENGTH];
            random.nextBytes(drawn);
            char[] password = Base64.getEncoder().encodeToString(drawn).toCharArray();
            KeyStore keys = authority.server(names, clock.instant(), password);
            return new NodeTls(keys, password, X509.pin(authority.certificate()), names, authority, clock);
        } catch (GeneralSecurityException e) {
            throw new NodeStartException("TLS keys could not be made: " + e.getMessage(), e);
        }
    }

    private static NodeTls fromFile(Path file, Path passwordFile, List<String> names, InstantSource clock)
            throws NodeStartException {
        try (InputStream in = Files.newInputStream(file)) {
            char[] password = Files.readString(passwordFile)
                    .lines()
                    .findFirst()
                    .orElse("")
                    .toCharArray();
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password);
            for (String alias : Collections.list(keys.aliases())) {
                Certificate[] chain = keys.getCertificateChain(alias);
                if (keys.isKeyEntry(alias)
                        && chain != null
                        && chain[chain.length - 1] instanceof X509Certificate root) {
                    return new NodeTls(keys, password, X509.pin(root), names, null, clock);
                }
            }
            throw new NodeStartException("http.tls.keyStore holds no key with its certificates");
        } catch (IOException | GeneralSecurityException e) {
            throw new NodeStartException(
                    "http.tls.keyStore cannot be read with the password in http.tls.passwordFile", e);
        }
    }

    /// As configured; else all that this machine says of itself, the likeliest first.
    private static List<String> names(NodeConfig.Http http) throws IOException {
        if (!http.names().isEmpty()) {
            return http.names();
        }
        LinkedHashSet<String> names = new LinkedHashSet<>();
        InetAddress address = InetAddress.getByName(http.address());
        if (!address.isAnyLocalAddress()) {
            names.add(text(address));
        }
        names.add(InetAddress.getLocalHost().getHostName());
        names.add("localhost");
        if (address.isAnyLocalAddress()) {
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                card.inetAddresses().map(NodeTls::text).forEach(names::add);
            }
        }
        return List.copyOf(names);
    }

    /// Without the interface, which an IPv6 address of a link carries here and never in a certificate.
    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }

    /// What the web server listens with.
    SslContextFactory.Server factory() {
        return factory;
    }

    /// SHA-256 of the authority's key, Base64url: what clients are told to trust.
    String pin() {
        return pin;
    }

    /// Where clients find what listens at an address, with the pin as the fragment `ca=…`.
    URI address(URI listening) {
        String host = names.getFirst();
        return URI.create(
                "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening.getPort() + "#ca=" + pin);
    }

    List<String> names() {
        return names;
    }

    /// Takes a new key where that is due. Open connections keep the key that they began with.
    void renewWhereDue() {
        if (authority == null) {
            return;
        }
        try {
            X509Certificate current = (X509Certificate) factory.getKeyStore().getCertificate("node");
            Instant now = clock.instant();
            if (now.plus(RENEWED_BEFORE).isAfter(current.getNotAfter().toInstant())) {
                KeyStore fresh = authority.server(names, now, password);
                factory.reload(reloaded -> reloaded.setKeyStore(fresh));
                LOG.info("took a new key for TLS");
            }
        } catch (Exception e) {
            LOG.error("no new key for TLS; the next try is in {} hours", LOOK_EVERY.toHours(), e);
        }
    }
}
