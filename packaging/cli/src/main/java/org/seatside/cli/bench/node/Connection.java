package org.seatside.cli.bench.node;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/// One keep-alive connection with one request on its way at a time. Understands what a node answers and no more
/// of HTTP/1.1: a status line, `Content-Length`, a body.
final class Connection {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LENGTH = "content-length:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PRESENT = "\"Present\"".getBytes(StandardCharsets.US_ASCII);
    private static final int STATUS_AT = "HTTP/1.1 ".length();
    private static final int LARGEST_ANSWER = 16 * 1024;

    private final SocketChannel channel;
    private final byte[] answer = new byte[LARGEST_ANSWER];
    private final ByteBuffer into = ByteBuffer.wrap(answer);
    private int end = -1;
    private long sentAt;

    Connection(InetSocketAddress to) throws IOException {
        channel = SocketChannel.open(to);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
    }

    SocketChannel channel() {
        return channel;
    }

    void send(byte[] request) throws IOException {
        into.clear();
        end = -1;
        sentAt = System.nanoTime();
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Reads what has come.
    ///
    /// @return whether the answer is whole
    /// @throws EOFException where the server hung up
    boolean receive() throws IOException {
        if (channel.read(into) < 0) {
            throw new EOFException("The server closed a connection");
        }
        if (end < 0) {
            int head = find(END_OF_HEAD, 0, into.position());
            if (head < 0) {
                return false;
            }
            end = head + END_OF_HEAD.length + length(head);
        }
        return into.position() >= end;
    }

    long nanos() {
        return System.nanoTime() - sentAt;
    }

    boolean isOk() {
        return answer[STATUS_AT] == '2';
    }

    boolean isPresent() {
        return find(PRESENT, 0, end) >= 0;
    }

    String text() {
        return new String(answer, 0, into.position(), StandardCharsets.UTF_8);
    }

    private int length(int head) throws IOException {
        for (int at = 0; at >= 0 && at < head; at = next(at, head)) {
            if (startsWith(LENGTH, at, head)) {
                int length = 0;
                for (int i = at + LENGTH.length; i < head && answer[i] != '\r'; i++) {
                    length = answer[i] == ' ' ? length : 10 * length + answer[i] - '0';
                }
                return length;
            }
        }
        throw new IOException("An answer without Content-Length: " + text());
    }

    private int next(int from, int until) {
        for (int i = from; i < until; i++) {
            if (answer[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean startsWith(byte[] name, int at, int until) {
        if (at + name.length > until) {
            return false;
        }
        for (int i = 0; i < name.length; i++) {
            if ((answer[at + i] | 0x20) != (name[i] | 0x20)) {
                return false;
            }
        }
        return true;
    }

    private int find(byte[] what, int from, int until) {
        for (int at = from; at + what.length <= until; at++) {
            int same = 0;
            while (same < what.length && answer[at + same] == what[same]) {
                same++;
            }
            if (same == what.length) {
                return at;
            }
        }
        return -1;
    }
}
