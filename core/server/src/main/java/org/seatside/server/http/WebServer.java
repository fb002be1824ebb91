package org.seatside.server.http;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executors;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.glassfish.jersey.CommonProperties;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;

/// Resources behind HTTP/1.1: every request on a virtual thread, every size and wait bounded.
public final class WebServer implements AutoCloseable {
    private static final int MAX_HEAD = 8 * 1024;
    private static final int BACKLOG = 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration GRACE = Duration.ofSeconds(5);

    /// HTTP Strict Transport Security (RFC 6797).
    private static final Duration TRUST_ONLY_TLS = Duration.ofDays(365);

    private final Server server;
    private final ServerConnector connector;

    private WebServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /// Where and how to listen.
    ///
    /// @param port 0 for any free one
    /// @param tls null for plain HTTP, which is for the loopback address
    public record Listening(
            InetAddress address, int port, SslContextFactory.@Nullable Server tls, ConnectionLimits limits) {
        /// Plain HTTP on any free port of the loopback address.
        public static Listening locally() {
            return new Listening(InetAddress.getLoopbackAddress(), 0, null, ConnectionLimits.DEFAULT);
        }
    }

    /// Starts to serve. Returns when connections are accepted.
    ///
    /// @param resources plain objects with JAX-RS annotations, whose every method says who it is [For]
    /// @throws IOException where the port cannot be had; the message says which
    public static WebServer start(
            Listening listening,
            Authenticator authenticator,
            Json json,
            RequestMetrics metrics,
            Collection<Object> resources)
            throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(32, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("request-", 0).factory()));
        Server server = new Server(threads);
        ServerConnector connector = connector(server, listening, metrics);
        server.addConnector(connector);
        server.setErrorHandler(new JettyProblems(json));
        JsonBodies bodies = new JsonBodies(json);
        ProblemMapper problems = new ProblemMapper();
        server.setHandler(new GracefulHandler(new JerseyHandler(
                application(authenticator, bodies, problems, resources),
                new StraightCalls(resources, authenticator, bodies),
                problems,
                metrics,
                json,
                listening.limits().body())));
        server.setStopTimeout(GRACE.toMillis());
        try {
            server.start();
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new IOException(
                        "Port " + listening.port() + " is taken: set http.port to a free one, or to 0 for any", e);
            }
            throw e;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("The web server did not start", e);
        }
        return new WebServer(server, connector);
    }

    private static ServerConnector connector(Server server, Listening listening, RequestMetrics metrics) {
        HttpConfiguration http = http();
        ServerConnector connector;
        if (listening.tls() == null) {
            connector = new Connector(server, new HttpConnectionFactory(http));
        } else {
            // The certificate says which names are meant; who comes by a number is no worse.
            SecureRequestCustomizer secure = new SecureRequestCustomizer(false);
            secure.setStsMaxAge(TRUST_ONLY_TLS.toSeconds());
            http.addCustomizer(secure);
            connector = new Connector(
                    server,
                    new SslConnectionFactory(listening.tls(), HttpVersion.HTTP_1_1.asString()),
                    new HttpConnectionFactory(http));
        }
        connector.setHost(listening.address().getHostAddress());
        connector.setPort(listening.port());
        connector.setIdleTimeout(IDLE.toMillis());
        connector.setAcceptQueueSize(BACKLOG);
        ConnectionGuard guard = new ConnectionGuard(connector.getScheduler(), listening.limits());
        connector.addBean(guard);
        metrics.watch(guard::connections);
        return connector;
    }

    /// Whose sockets say how much of an answer has gone out.
    private static final class Connector extends ServerConnector {
        Connector(Server server, ConnectionFactory... factories) {
            super(server, 1, 1, factories);
        }

        @Override
        protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            CountingEndPoint socket = new CountingEndPoint(channel, selector, key, getScheduler());
            socket.setIdleTimeout(getIdleTimeout());
            return socket;
        }
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(MAX_HEAD);
        http.setResponseHeaderSize(MAX_HEAD);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        return http;
    }

    private static ApplicationHandler application(
            Authenticator authenticator, JsonBodies bodies, ProblemMapper problems, Collection<Object> resources) {
        JerseyLog.route();
        ResourceConfig config = new ResourceConfig();
        // Nothing is found by looking around on the class path: all there is, is registered here.
        config.addProperties(Map.of(
                ServerProperties.WADL_FEATURE_DISABLE, true,
                CommonProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true,
                CommonProperties.METAINF_SERVICES_LOOKUP_DISABLE, true,
                CommonProperties.PROVIDER_DEFAULT_DISABLE, "DATASOURCE,DOM,RENDEREDIMAGE,SAX,SOURCE",
                ServerProperties.OUTBOUND_CONTENT_LENGTH_BUFFER, 0,
                ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true));
        config.register(bodies);
        config.register(problems);
        config.register(new AccessControl(authenticator));
        resources.forEach(config::register);
        return new ApplicationHandler(config);
    }

    /// Where it listens.
    public URI uri() {
        boolean tls = connector.getConnectionFactory(SslConnectionFactory.class) != null;
        return URI.create((tls ? "https://" : "http://") + hostInUri() + ":" + connector.getLocalPort());
    }

    private String hostInUri() {
        String host = connector.getHost();
        return host.contains(":") ? "[" + host + "]" : host;
    }

    /// Takes no more requests, lets those under way finish, at most five seconds long.
    @Override
    public void close() {
        try {
            server.stop();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The web server did not stop", e);
        }
    }
}
