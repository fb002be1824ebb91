package org.seatside.server;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.seatside.replication.RaftConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The keys with which nodes know each other. The campus's authority vouches for them, at both ends of a connection:
/// whoever has no key of its making neither reads the log nor writes to it. New ones in time, without a restart.
/// Thread-safe.
final class PeerTls extends X509ExtendedKeyManager {
    private static final Logger LOG = LoggerFactory.getLogger(PeerTls.class);
    private static final Duration RENEWED_BEFORE = Duration.ofDays(30);
    private static final int PASSWORD_LENGTH = 24;
    private static final String ALIAS = "node";

    private final CampusAuthority authority;
    private final List<String> names;
    private final char[] password;
    private final InstantSource clock;
    private volatile Keys current;

    private PeerTls(CampusAuthority authority, String host, InstantSource clock, SecureRandom random)
            throws IOException, GeneralSecurityException {
        this.authority = authority;
        this.names = List.of(host);
        this.clock = clock;
        byte[] drawn = new byte[PASSWORD_LENGTH];
        random.nextBytes(drawn);
        this.password = Base64.getEncoder().encodeToString(drawn).toCharArray();
        this.current = fresh();
    }

    /// @param address host and port under which the other nodes reach this one: they check the host
    static PeerTls open(CampusAuthority authority, String address, InstantSource clock, SecureRandom random)
            throws IOException, NodeStartException {
        String host = address.substring(0, address.lastIndexOf(':')).replaceAll("[\\[\\]]", "");
        try {
            return new PeerTls(authority, host, clock, random);
        } catch (GeneralSecurityException e) {
            throw new NodeStartException("TLS keys for other nodes could not be made: " + e.getMessage(), e);
        }
    }

    RaftConfig.Tls forLog() throws IOException, NodeStartException {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", authority.certificate());
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted);
            return new RaftConfig.Tls(this, factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw new NodeStartException("The campus's authority cannot be used: " + e.getMessage(), e);
        }
    }

    private record Keys(PrivateKey key, List<X509Certificate> chain) {}

    private Keys fresh() throws IOException, GeneralSecurityException {
        KeyStore made = authority.peer(names, clock.instant(), password);
        if (!(made.getKey(ALIAS, password) instanceof PrivateKey key)) {
            throw new GeneralSecurityException("no key was made");
        }
        return new Keys(
                key,
                Arrays.stream(made.getCertificateChain(ALIAS))
                        .map(X509Certificate.class::cast)
                        .toList());
    }

    /// Takes a new key where that is due; open connections keep theirs.
    void renewWhereDue() {
        try {
            X509Certificate now = current.chain().getFirst();
            if (clock.instant().plus(RENEWED_BEFORE).isAfter(now.getNotAfter().toInstant())) {
                current = fresh();
                LOG.info("took a new key for other nodes");
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.error("no new key for other nodes", e);
        }
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return ALIAS;
    }

    @Override
    public String chooseEngineClientAlias(String[] keyTypes, Principal[] issuers, SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {ALIAS};
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return ALIAS;
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return ALIAS;
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return current.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return current.key();
    }
}
