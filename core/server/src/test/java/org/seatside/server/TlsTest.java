package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.server.http.ConnectionLimits;
import org.seatside.server.http.RequestMetrics;
import org.seatside.server.http.WebServer;
import org.seatside.server.resource.HealthResource;
import org.seatside.service.log.CommandLog;

/// Real handshakes with real certificates, good and bad.
final class TlsTest {
    private static final char[] PASSWORD = "password".toCharArray();
    private static final List<String> HERE = List.of("127.0.0.1");

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path folder;

    private NodeConfig tls(String... names) {
        return NodeConfig.in(folder)
                .withHttp(new NodeConfig.Http(
                        "127.0.0.1", 0, List.of(names), new NodeConfig.Tls(true, null, null), 1_000, 1_000));
    }

    @Test
    void clientWithThePinTrustsTheNodeAndNothingElseDoes() throws Exception {
        try (Node node = Node.start(tls("127.0.0.1"), Map.of())) {
            URI good = node.baseUri();
            String pin = String.valueOf(good.getFragment());
            URI otherPin = URI.create(good.toString().replace(pin, "ca=" + "A".repeat(43)));
            URI noPin = URI.create(good.toString().replace("#" + pin, ""));

            assertTrue(reaches(good));
            assertFalse(reaches(otherPin));
            assertFalse(reaches(noPin));
        }
    }

    @Test
    void nodeOfAnotherNameIsNotTrusted() throws Exception {
        try (Node node = Node.start(tls("node.example"), Map.of())) {
            URI there = node.baseUri();
            URI here = URI.create(there.toString().replace("node.example", "127.0.0.1"));

            assertEquals("node.example", there.getHost());
            assertFalse(reaches(here));
        }
    }

    @Test
    void pinStaysAndTheKeyOfTheServerDoesNot() throws Exception {
        URI first;
        X509Certificate shown;
        try (Node node = Node.start(tls("127.0.0.1"), Map.of())) {
            first = node.baseUri();
            shown = shown(node.baseUri());
        }
        try (Node node = Node.start(tls("127.0.0.1"), Map.of())) {
            assertEquals(first.getFragment(), node.baseUri().getFragment());
            assertNotEquals(shown.getPublicKey(), shown(node.baseUri()).getPublicKey());
            assertTrue(reaches(node.baseUri()));
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("authority.p12"))));
    }

    @Test
    void addressesOfTheNetworkAreServedWithTlsAlone() throws Exception {
        NodeConfig everywhere = NodeConfig.in(folder).withHttp(new NodeConfig.Http("0.0.0.0", 0));
        try (Node node = Node.start(everywhere, Map.of())) {
            assertEquals("https", node.baseUri().getScheme());
            assertFalse(reaches(URI.create("http://127.0.0.1:" + node.baseUri().getPort())));
            assertTrue(reaches(URI.create("https://localhost:" + node.baseUri().getPort() + "#"
                    + node.baseUri().getFragment())));
        }
    }

    @Test
    void plainHttpIsCutOff() throws Exception {
        try (Node node = Node.start(tls("127.0.0.1"), Map.of());
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), node.baseUri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nHost: n\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

            byte[] answer = socket.getInputStream().readAllBytes();

            assertFalse(new String(answer, StandardCharsets.ISO_8859_1).contains("HTTP/1.1 200"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void answersSayThatOnlyTlsWillDo(String protocol) throws Exception {
        try (Node node = Node.start(tls("127.0.0.1"), Map.of());
                SSLSocket socket = connect(node.baseUri())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            socket.getOutputStream()
                    .write("GET /livez HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);

            assertEquals(protocol, socket.getSession().getProtocol());
            assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            assertTrue(answer.contains("Strict-Transport-Security: max-age=31536000"), answer);
        }
    }

    @Test
    void expiredKeyIsNotTrusted() throws Exception {
        CampusAuthority authority = authority();
        Instant longAgo = Instant.now().minus(CampusAuthority.SERVER_LIFE).minus(Duration.ofHours(1));

        assertTrue(reachesServerWith(authority.server(HERE, Instant.now(), PASSWORD), authority));
        assertFalse(reachesServerWith(authority.server(HERE, longAgo, PASSWORD), authority));
    }

    @Test
    void keyThatIsNotGoodYetIsNotTrusted() throws Exception {
        CampusAuthority authority = authority();

        assertFalse(
                reachesServerWith(authority.server(HERE, Instant.now().plus(Duration.ofDays(2)), PASSWORD), authority));
    }

    /// Everybody can copy the authority's certificate and put it behind a key of their own.
    @Test
    void showingTheAuthorityIsNotEnough() throws Exception {
        CampusAuthority authority = authority();
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        CampusAuthority other =
                CampusAuthority.open(new DataFolder(elsewhere), CampusAuthority.FILE, PASSWORD, Instant.now(), random);
        KeyStore forged = other.server(HERE, Instant.now(), PASSWORD);
        Certificate leaf = forged.getCertificate("node");
        forged.setKeyEntry(
                "node", forged.getKey("node", PASSWORD), PASSWORD, new Certificate[] {leaf, authority.certificate()});

        assertFalse(reachesServerWith(forged, authority));
    }

    @Test
    void keyIsRenewedAMonthBeforeItsEnd() throws Exception {
        DataFolder data = new DataFolder(folder);
        // So that the last key is good today.
        Instant[] now = {Instant.now().minus(CampusAuthority.SERVER_LIFE).plus(Duration.ofDays(29))};
        InstantSource clock = () -> now[0];
        NodeConfig.Http http = tls("127.0.0.1").http();
        NodeTls tls = NodeTls.open(http, data, PASSWORD, clock, random);
        try (WebServer server = serve(tls.factory())) {
            URI uri = tls.address(server.uri());
            X509Certificate first = shown(uri);

            now[0] = now[0].plus(CampusAuthority.SERVER_LIFE).minus(Duration.ofDays(31));
            tls.renewWhereDue();
            X509Certificate early = shown(uri);
            now[0] = now[0].plus(Duration.ofDays(2));
            tls.renewWhereDue();
            X509Certificate due = shown(uri);

            assertEquals(first, early);
            assertNotEquals(first, due);
            assertEquals(
                    now[0].plus(CampusAuthority.SERVER_LIFE).getEpochSecond(),
                    due.getNotAfter().toInstant().getEpochSecond());
        }
    }

    @Test
    void damagedAuthorityKeepsTheNodeFromStarting() throws Exception {
        Node.start(tls("127.0.0.1"), Map.of()).close();
        Files.writeString(folder.resolve("authority.p12"), "no key store");

        NodeStartException refused =
                assertThrows(NodeStartException.class, () -> Node.start(tls("127.0.0.1"), Map.of()));

        assertTrue(String.valueOf(refused.getMessage()).contains("restore it from a backup"), refused.getMessage());
    }

    @Test
    void keysOfTheOperatorAreUsed() throws Exception {
        CampusAuthority authority = authority();
        Path store = folder.resolve("own.p12");
        try (var out = Files.newOutputStream(store)) {
            authority.server(HERE, Instant.now(), PASSWORD).store(out, PASSWORD);
        }
        Path password = Files.writeString(folder.resolve("own.password"), new String(PASSWORD) + "\n");
        NodeConfig config = NodeConfig.in(folder.resolve("node"))
                .withHttp(new NodeConfig.Http(
                        "127.0.0.1", 0, HERE, new NodeConfig.Tls(true, store, password), 1_000, 1_000));
        try (Node node = Node.start(config, Map.of())) {
            assertEquals(
                    "ca=" + X509.pin(authority.certificate()), node.baseUri().getFragment());
            assertTrue(reaches(node.baseUri()));
        }
        Files.writeString(password, "wrong");

        NodeStartException refused = assertThrows(NodeStartException.class, () -> Node.start(config, Map.of()));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("http.tls.keyStore cannot be read"));
    }

    private CampusAuthority authority() throws Exception {
        return CampusAuthority.open(new DataFolder(folder), CampusAuthority.FILE, PASSWORD, Instant.now(), random);
    }

    private static boolean reaches(URI node) {
        try (NodeClient client = new NodeClient(List.of(node), new Json())) {
            client.about();
            return true;
        } catch (NodeException e) {
            assertEquals(NodeException.Kind.UNREACHABLE, e.kind());
            return false;
        }
    }

    /// Reaching is reading an answer, be it that there is no such resource.
    private static boolean reachesServerWith(KeyStore keys, CampusAuthority pinned) throws Exception {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setKeyStore(keys);
        factory.setKeyStorePassword(new String(PASSWORD));
        try (WebServer server = serve(factory);
                NodeClient client = new NodeClient(
                        List.of(URI.create(server.uri() + "#ca=" + X509.pin(pinned.certificate()))), new Json())) {
            NodeException answer = assertThrows(NodeException.class, client::about);
            return answer.kind() == NodeException.Kind.NOT_FOUND;
        }
    }

    private static WebServer serve(SslContextFactory.Server factory) throws IOException {
        return WebServer.start(
                new WebServer.Listening(InetAddress.getLoopbackAddress(), 0, factory, ConnectionLimits.DEFAULT),
                _ -> Optional.empty(),
                new Json(),
                new RequestMetrics(),
                List.of(new HealthResource(new CompletableFuture<>(), () -> new CommandLog.Readiness(true, "", 0))));
    }

    private X509Certificate shown(URI node) throws Exception {
        try (SSLSocket socket = connect(node)) {
            socket.startHandshake();
            return (X509Certificate) socket.getSession().getPeerCertificates()[0];
        }
    }

    /// Trusts the folder's authority.
    private SSLSocket connect(URI node) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (var in = Files.newInputStream(folder.resolve("authority.pem"))) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), random);
        SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), node.getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
