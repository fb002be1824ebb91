package org.seatside.cli.bench.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/// Sends requests over keep-alive connections from one thread, on each the next when the one before is
/// answered, and writes down how long each answer took. Lean, since it shares the machine with the server it
/// measures.
final class LoadGenerator {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ServerProcess server;
    private final Requests requests;
    private final int connections;
    private final Latencies latencies = new Latencies();
    private int present;

    private LoadGenerator(ServerProcess server, Requests requests, int connections) {
        this.server = server;
        this.requests = requests;
        this.connections = connections;
    }

    /// Warms up, measures, and lets what is on its way end.
    ///
    /// @throws IOException where an answer is none of success; the message repeats it
    static Measured run(ServerProcess server, Requests requests, int connections, Duration warmUp, Duration time)
            throws IOException {
        return new LoadGenerator(server, requests, connections).run(warmUp, time);
    }

    private Measured run(Duration warmUp, Duration time) throws IOException {
        try (Selector selector = Selector.open()) {
            open(selector);
            drive(selector, warmUp.toNanos());
            latencies.clear();
            present = 0;
            Duration serverBefore = server.cpu();
            long ownBefore = ownCpu();
            long begun = System.nanoTime();
            drive(selector, time.toNanos());
            double seconds = (System.nanoTime() - begun) / 1e9;
            double own = (ownCpu() - ownBefore) / 1e3;
            double theirs = server.cpu().minus(serverBefore).toNanos() / 1e3;
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            int answered = latencies.count();
            if (answered == 0) {
                throw new IOException("No answer in " + PATIENCE.toSeconds() + " s");
            }
            return new Measured(
                    connections,
                    answered / seconds,
                    latencies.millis(0.5),
                    latencies.millis(0.99),
                    latencies.millis(0.999),
                    (double) present / answered,
                    theirs / answered,
                    own / answered);
        }
    }

    private void open(Selector selector) throws IOException {
        URI uri = server.uri();
        InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
        for (int i = 0; i < connections; i++) {
            Connection connection = new Connection(address);
            connection.channel().register(selector, SelectionKey.OP_READ, new Numbered(i, connection));
            connection.send(requests.next(i));
        }
    }

    private record Numbered(int number, Connection connection) {}

    private void drive(Selector selector, long nanos) throws IOException {
        long begun = System.nanoTime();
        long taken = 0;
        // On a very busy machine not one answer may come in time.
        while (taken < nanos || (latencies.count() == 0 && taken < PATIENCE.toNanos())) {
            selector.select(this::ready, 100);
            taken = System.nanoTime() - begun;
        }
    }

    private void ready(SelectionKey key) {
        Numbered numbered = (Numbered) key.attachment();
        Connection connection = numbered.connection();
        try {
            if (connection.receive()) {
                take(connection);
                connection.send(requests.next(numbered.number()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(Connection connection) throws IOException {
        if (!connection.isOk()) {
            throw new IOException("Not taken: " + connection.text());
        }
        latencies.add(connection.nanos());
        if (connection.isPresent()) {
            present++;
        }
    }

    private static long ownCpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
