package org.seatside.gateway;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The only way out to a foreign service: one host, no redirects followed, every time and size bounded, nothing of the
/// request or the answer logged. Thread-safe; a call blocks its caller.
final class GuardedHttp implements AutoCloseable {
    /// Longest body of an answer that is read, in bytes.
    static final int MAX_BODY = 64 * 1024;

    private final URI allowed;
    private final GatewayTimeouts timeouts;
    private final HttpClient client;

    /// @param allowed whose scheme, host and port every request must have
    GuardedHttp(URI allowed, GatewayTimeouts timeouts) {
        this.allowed = allowed;
        this.timeouts = timeouts;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(timeouts.connect())
                .build();
    }

    /// Checks a configured address: absolute, http or https, with a host and nothing that hides or cuts it.
    ///
    /// @throws IllegalArgumentException saying what is wrong with the key, without the address
    static URI address(String key, String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException _) {
            throw new IllegalArgumentException(key + " must be an absolute http or https address");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null) {
            throw new IllegalArgumentException(key + " must be an absolute http or https address");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException(key + " must have no user and no fragment");
        }
        return uri;
    }

    /// Sends once and waits for the whole answer.
    ///
    /// @throws IllegalArgumentException where the address is not on the allowed host
    Exchange send(HttpRequest.Builder request) {
        HttpRequest ready = request.timeout(timeouts.read()).build();
        if (!sameOrigin(allowed, ready.uri())) {
            throw new IllegalArgumentException("An address off the configured host");
        }
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(ready, _ -> new CappedBody(MAX_BODY));
        try {
            // The client's own time-out ends with the headers; a body that trickles must not hold the caller either.
            HttpResponse<byte[]> response =
                    pending.get(timeouts.connect().plus(timeouts.read()).toMillis(), TimeUnit.MILLISECONDS);
            return new Exchange.Answered(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new Exchange.Broken("TIMEOUT");
        } catch (ExecutionException e) {
            return new Exchange.Broken(code(e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Exchange.Broken("INTERRUPTED");
        }
    }

    private static String code(Throwable cause) {
        return switch (cause) {
            case CappedBody.TooLargeException _ -> "ANSWER_TOO_LARGE";
            case HttpConnectTimeoutException _ -> "CONNECT_TIMEOUT";
            case HttpTimeoutException _ -> "TIMEOUT";
            case ConnectException _ -> "NOT_REACHED";
            case IOException _ -> "BROKEN";
            // The JDK's client reports some garbage on the wire as protocol errors of its own, unchecked.
            default -> "NOT_HTTP";
        };
    }

    private static boolean sameOrigin(URI a, URI b) {
        return a.getScheme().equalsIgnoreCase(b.getScheme())
                && a.getHost().equalsIgnoreCase(b.getHost())
                && port(a) == port(b);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /// Ends calls under way; they answer as broken.
    @Override
    public void close() {
        client.shutdownNow();
    }

    /// What came back.
    sealed interface Exchange {
        record Answered(int status, String body) implements Exchange {
            @Override
            public String toString() {
                return "Answered[status=" + status + ", length=" + body.length() + "]";
            }
        }

        /// @param code constant: no whole answer came, and nobody knows what the other side made of the call
        record Broken(String code) implements Exchange {}
    }
}
