package org.seatside.camera;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A network camera: every request gets what the script writes.
final class MjpegServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    final AtomicInteger requests = new AtomicInteger();

    interface Script {
        void answer(HttpExchange exchange, OutputStream body) throws IOException, InterruptedException;
    }

    MjpegServer(String contentType, Script script) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/stream", exchange -> {
            requests.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", contentType);
            try (exchange) {
                exchange.sendResponseHeaders(200, 0);
                script.answer(exchange, exchange.getResponseBody());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    String address(String path) {
        return "http://localhost:" + server.getAddress().getPort() + path;
    }

    static void writePart(OutputStream body, String boundary, byte[] content) throws IOException {
        body.write(("--" + boundary + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        body.flush();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
