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
import org.seatside.model.api.NodeAuthority;
import org.seatside.model.api.Provision;
import org.seatside.service.RefusedException;
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
    private final List<String> names;

    /// Of keys that come from elsewhere, which are looked after elsewhere; null with authorities of our own.
    private final @Nullable String givenPin;

    private final @Nullable Authorities authorities;

    private final char[] password;
    private final InstantSource clock;

    private NodeTls(
            KeyStore keys,
            char[] password,
            List<String> names,
            @Nullable String givenPin,
            @Nullable Authorities authorities,
            InstantSource clock) {
        this.password = password;
        this.names = List.copyOf(names);
        this.givenPin = givenPin;
        this.authorities = authorities;
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
            Instant now = clock.instant();
            Authorities authorities = new Authorities(folder, storePassword, now, given.knownBefore(), random);
            authorities.lookAfter(now);
            byte[] drawn = new byte[PASSWORD_LENGTH];
            random.nextBytes(drawn);
            char[] password = Base64.getEncoder().encodeToString(drawn).toCharArray();
            KeyStore keys = authorities.current().server(names, now, password);
            return new NodeTls(keys, password, names, null, authorities, clock);
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
                    return new NodeTls(keys, password, names, X509.pin(root), null, clock);
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

    /// SHA-256 of the authority's key, Base64url: what clients are told to trust. Where another is to take over, its
    /// pin behind a comma.
    String pin() {
        if (authorities == null) {
            return Objects.requireNonNull(givenPin);
        }
        NodeAuthority state = authorities.state();
        return state.nextPin() == null ? state.pin() : state.pin() + "," + state.nextPin();
    }

    /// What kiosks are told of the authorities; null where they are looked after elsewhere.
    Provision.@Nullable Authorities forKiosks() {
        return authorities == null ? null : authorities.forKiosks();
    }

    /// Null where authorities are looked after elsewhere.
    @Nullable
    NodeAuthority authority() {
        return authorities == null ? null : authorities.state();
    }

    /// Makes the next authority known.
    NodeAuthority rotate() {
        if (authorities == null) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "no-authority",
                    "The keys of this node come from http.tls.keyStore: replace them there.");
        }
        try {
            return authorities.rotate(clock.instant());
        } catch (IOException | NodeStartException e) {
            throw new IllegalStateException("The next authority cannot be kept", e);
        }
    }

    /// Where clients find what listens at an address, with the pin as the fragment `ca=…`.
    URI address(URI listening) {
        String host = names.getFirst();
        return URI.create("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + listening.getPort()
                + "#ca=" + pin());
    }

    List<String> names() {
        return names;
    }

    /// Takes a new key where that is due, and lets the next authority take over. Open connections keep the key that
    /// they began with.
    void renewWhereDue() {
        if (authorities == null) {
            return;
        }
        try {
            boolean another = authorities.lookAfter(clock.instant());
            X509Certificate current = (X509Certificate) factory.getKeyStore().getCertificate("node");
            Instant now = clock.instant();
            if (another
                    || now.plus(RENEWED_BEFORE).isAfter(current.getNotAfter().toInstant())) {
                KeyStore fresh = authorities.current().server(names, now, password);
                factory.reload(reloaded -> reloaded.setKeyStore(fresh));
                LOG.info("took a new key for TLS");
            }
        } catch (Exception e) {
            LOG.error("no new key for TLS; the next try is in {} hours", LOOK_EVERY.toHours(), e);
        }
    }
}
