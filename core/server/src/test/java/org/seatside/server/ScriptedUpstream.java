package org.seatside.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// The institution's service, which answers each query as told: by status, or not at all.
final class ScriptedUpstream implements AutoCloseable {
    /// Instead of a status: no answer.
    static final int HANG = 0;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<String> queries = new CopyOnWriteArrayList<>();
    private final Map<String, AtomicInteger> attempts = new ConcurrentHashMap<>();

    /// @param script what to answer a query the first time, the second, …; 200 after its end
    ScriptedUpstream(int... script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(threads);
        server.createContext("/checkattend", exchange -> {
            String query = exchange.getRequestURI().getRawQuery();
            int attempt =
                    attempts.computeIfAbsent(query, _ -> new AtomicInteger()).getAndIncrement();
            queries.add(query);
            int status = attempt < script.length ? script[attempt] : 200;
            if (status == HANG) {
                await();
            }
            exchange.sendResponseHeaders(status == HANG ? 500 : status, -1);
            exchange.close();
        });
        server.start();
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/checkattend";
    }

    /// Every query in the order it came, repeated ones too.
    List<String> queries() {
        return List.copyOf(queries);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.close();
    }
}
