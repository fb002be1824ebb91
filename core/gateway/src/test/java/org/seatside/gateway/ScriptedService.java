package org.seatside.gateway;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A service on raw sockets that answers each request as its script says, well-formed or not.
final class ScriptedService implements AutoCloseable {
    private final ServerSocket server;
    private final Script script;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    ScriptedService(Script script) {
        this.script = script;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /// Head and body of each request, in order.
    List<String> requests() {
        return List.copyOf(requests);
    }

    /// Blocks the script until the service is closed.
    void hang() throws InterruptedException {
        closed.await();
    }

    private void accept() {
        while (true) {
            try {
                Socket socket = server.accept();
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            requests.add(read(socket));
            script.answer(this, socket, socket.getOutputStream());
        } catch (SocketException | InterruptedException _) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder request = new StringBuilder();
        int length = 0;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            request.append(line).append('\n');
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        request.append('\n');
        int octets = 0;
        while (octets < length) {
            int c = in.read();
            request.append((char) c);
            octets += String.valueOf((char) c).getBytes(StandardCharsets.UTF_8).length;
        }
        return request.toString();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }

    interface Script {
        void answer(ScriptedService service, Socket socket, OutputStream out) throws IOException, InterruptedException;

        static Script bytes(String answer) {
            return (_, _, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8));
        }

        static Script answer(int status, String body) {
            return bytes("HTTP/1.1 " + status + " Said\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
        }
    }
}
