package org.seatside.gateway;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.seatside.service.hook.HookSender;

/// Posts to addresses that administrators give, and to none inside: a webhook must not become a way into the
/// network the node stands in. Only https to public addresses, except hosts that the node's configuration
/// names; every address a name stands for is looked at right before the call, which then uses the same look-up
/// (the JDK keeps it for 30 s). No redirect is followed, answers are capped and forgotten. Thread-safe; a call
/// blocks its caller.
public final class WebhookHttp implements HookSender, AutoCloseable {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);
    private static final int MAX_BODY = 16 * 1024;

    private final Set<String> allowedHosts;
    private final HttpClient client;

    /// @param allowedHosts to which http and inner addresses are allowed, in any case
    public WebhookHttp(Set<String> allowedHosts) {
        this.allowedHosts = allowedHosts.stream()
                .map(host -> host.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .build();
    }

    @Override
    public boolean allows(URI address) {
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return false;
        }
        if (allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
            return scheme.equals("https") || scheme.equals("http");
        }
        return scheme.equals("https") && !isInnerLiteral(host);
    }

    /// An address written as one, without asking anybody.
    private static boolean isInnerLiteral(String host) {
        boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
        try {
            return literal && isInner(InetAddress.getByName(host));
        } catch (UnknownHostException e) {
            return true;
        }
    }

    @Override
    public Answer post(URI address, Map<String, String> headers, byte[] body) {
        if (!allows(address) || leadsInside(address.getHost())) {
            return new Answer.Forbidden();
        }
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(ANSWER).POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<byte[]>> pending =
                client.sendAsync(request.build(), _ -> new CappedBody(MAX_BODY));
        try {
            return new Answer.Status(pending.get(CONNECT.plus(ANSWER).toMillis(), TimeUnit.MILLISECONDS)
                    .statusCode());
        } catch (TimeoutException _) {
            pending.cancel(true);
            return new Answer.Broken("TIMEOUT");
        } catch (ExecutionException e) {
            return new Answer.Broken(e.getCause() instanceof IOException ? "BROKEN" : "NOT_HTTP");
        } catch (InterruptedException _) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            return new Answer.Broken("INTERRUPTED");
        }
    }

    private boolean leadsInside(String host) {
        if (allowedHosts.contains(host.toLowerCase(Locale.ROOT))) {
            return false;
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (isInner(address)) {
                    return true;
                }
            }
            return false;
        } catch (UnknownHostException e) {
            // The call fails by itself, and says so.
            return false;
        }
    }

    /// Loopback, private, link-local, shared (RFC 6598), unique local (RFC 4193), multicast, unspecified, and
    /// IPv6 addresses that carry an IPv4 one.
    static boolean isInner(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        if (address instanceof Inet6Address) {
            boolean uniqueLocal = (first & 0xfe) == 0xfc;
            boolean translated = first == 0 || (first == 0x20 && second == 0x02) || (first == 0 && second == 0x64);
            return uniqueLocal || translated;
        }
        return first == 0 || first >= 240 || (first == 100 && (second & 0xc0) == 64);
    }

    /// Ends calls under way; they answer as broken.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
