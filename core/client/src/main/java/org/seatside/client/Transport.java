package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.model.api.Provision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// HTTP/1.1 to whichever node is in use. Bodies are capped, redirects never followed, media types checked, and no
/// exchange takes longer than its call allows. Thread-safe.
final class Transport implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PROBE = Duration.ofSeconds(2);
    private static final Duration STOP = Duration.ofSeconds(2);
    private static final int NOT_READY = 503;
    private static final int MAX_PROBLEM = 1 << 20;

    /// How long others may take after the first that is ready, to be preferred for their weight.
    private static final Duration PATIENCE = Duration.ofMillis(30);

    private static final long LEARN_EVERY = Duration.ofMinutes(1).toNanos();

    private final NodeList nodes;
    private final Json json;
    private final ExecutorService threads;
    private final Optional<PinnedAuthority> authority;
    private final HttpClient http;
    private final AtomicLong learnAfter = new AtomicLong(System.nanoTime());
    private volatile @Nullable URI inUse;

    /// @param nodes base addresses, such as `http://localhost:8080`, with pins as [PinnedAuthority] reads them; never
    ///     empty
    Transport(List<URI> nodes, Json json) {
        this.nodes = new NodeList(nodes);
        this.json = json;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("node-http-", 0).factory());
        HttpClient.Builder client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .executor(threads);
        this.authority = PinnedAuthority.of(nodes);
        authority.map(PinnedAuthority::context).ifPresent(client::sslContext);
        this.http = client.build();
    }

    /// Where authorities are pinned, which ones from now on; connections that are open stay.
    ///
    /// @param authorities as a campus says that is trusted; null for what the addresses say alone
    void trust(Provision.@Nullable Authorities authorities) {
        authority.ifPresent(pinned -> pinned.learn(authorities));
    }

    Json json() {
        return json;
    }

    /// The JSON of the answer. A call that may be sent twice is sent again once where the connection broke.
    byte[] call(Call call) throws NodeException {
        try {
            return once(call);
        } catch (NodeException e) {
            boolean broke = e.kind() == NodeException.Kind.UNREACHABLE && e.getCause() instanceof IOException;
            if (!broke || !call.resendable()) {
                throw e;
            }
            return once(call);
        }
    }

    /// The JSON of the answer, empty for 204; sent exactly once.
    byte[] once(Call call) throws NodeException {
        HttpResponse<byte[]> response = exchange(
                call, "application/json", BodyHandlers.limiting(BodyHandlers.ofByteArray(), call.largestAnswer()));
        byte[] body = response.body();
        if (response.statusCode() / 100 != 2) {
            throw NodeException.of(response.statusCode(), problem(response, body));
        }
        if (body.length > 0 && !hasType(response, "application/json")) {
            throw notOurs("The answer to " + call + " is not JSON", null);
        }
        return body;
    }

    /// An answer that goes on; the caller closes it.
    InputStream stream(Call call, String type) throws NodeException {
        HttpResponse<InputStream> response = exchange(call, type, BodyHandlers.ofInputStream());
        if (response.statusCode() == 200 && hasType(response, type)) {
            return response.body();
        }
        try (InputStream body = response.body()) {
            byte[] text = response.statusCode() == 200 ? new byte[0] : body.readNBytes(MAX_PROBLEM);
            throw NodeException.of(response.statusCode(), problem(response, text));
        } catch (IOException e) {
            throw new NodeException(NodeException.Kind.UNREACHABLE, "The answer to " + call + " broke off", e);
        }
    }

    /// Copies a long answer to a stream, which stays open.
    void copy(Call call, String type, OutputStream out) throws NodeException, IOException {
        byte[] part = new byte[64 * 1024];
        try (InputStream body = stream(call, type)) {
            for (int read = read(call, body, part); read >= 0; read = read(call, body, part)) {
                out.write(part, 0, read);
            }
        }
    }

    private static int read(Call call, InputStream body, byte[] part) throws NodeException {
        try {
            return body.read(part);
        } catch (IOException e) {
            throw new NodeException(NodeException.Kind.UNREACHABLE, "The answer to " + call + " broke off", e);
        }
    }

    private <T> HttpResponse<T> exchange(Call call, String accept, BodyHandler<T> handler) throws NodeException {
        URI node = node();
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(call.path()))
                .header("Accept", accept + ", application/problem+json");
        call.headers().forEach(request::header);
        if (call.body() == null) {
            request.method(call.method(), BodyPublishers.noBody());
        } else if (call.body() instanceof byte[] octets) {
            request.header("Content-Type", "application/octet-stream");
            request.method(call.method(), BodyPublishers.ofByteArray(octets));
        } else {
            request.header("Content-Type", "application/json");
            request.method(call.method(), BodyPublishers.ofByteArray(json.write(call.body())));
        }
        try {
            HttpResponse<T> answer = await(http.sendAsync(request.build(), handler), call.within());
            if (answer.statusCode() == NOT_READY) {
                inUse = null; // another may be
            } else {
                learnWhereDue(node);
            }
            return answer;
        } catch (IOException | TimeoutException e) {
            inUse = null;
            throw new NodeException(NodeException.Kind.UNREACHABLE, "No answer to " + call + " from " + node, e);
        }
    }

    /// The JDK's own time-out ends with the headers (JDK-8208693): this one covers the body too.
    private static <T> T await(CompletableFuture<T> future, Duration within)
            throws IOException, TimeoutException, NodeException {
        try {
            return future.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            future.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new NodeException(NodeException.Kind.UNREACHABLE, "Interrupted while waiting for the node", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        }
    }

    private URI node() throws NodeException {
        URI current = inUse;
        if (current != null) {
            return current;
        }
        Map<URI, Integer> known = nodes.weights();
        URI found = known.size() == 1 ? known.keySet().iterator().next() : fastestReady(known);
        inUse = found;
        return found;
    }

    /// Asks all nodes at once whether they are ready. The first to say so is taken, unless another that says so a
    /// moment later has the weight to make up for it.
    private URI fastestReady(Map<URI, Integer> known) throws NodeException {
        long begun = System.nanoTime();
        Map<URI, CompletableFuture<Long>> probes = new LinkedHashMap<>();
        known.keySet().forEach(node -> probes.put(node, probe(node, begun)));
        try {
            await(anySuccess(probes.values()), PROBE);
            CompletableFuture.allOf(probes.values().toArray(CompletableFuture[]::new))
                    .handle((_, _) -> null)
                    .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | IOException e) {
            LOG.debug("not every node is ready in time", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("handled above", e);
        }
        return probes.entrySet().stream()
                .filter(probe -> probe.getValue().isDone() && !probe.getValue().isCompletedExceptionally())
                .min(Comparator.comparingDouble(
                        probe -> (double) probe.getValue().join() / known.getOrDefault(probe.getKey(), 1)))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new NodeException(
                        NodeException.Kind.UNREACHABLE,
                        "None of " + known.size() + " nodes is ready",
                        new IOException("probed")));
    }

    /// Done as soon as one of them is done well, or all are done.
    private static CompletableFuture<?> anySuccess(Collection<CompletableFuture<Long>> probes) {
        CompletableFuture<Object> any = new CompletableFuture<>();
        for (CompletableFuture<Long> probe : probes) {
            var _ = probe.thenAccept(any::complete);
        }
        var _ = CompletableFuture.allOf(probes.toArray(CompletableFuture[]::new))
                .whenComplete((_, _) -> any.complete(0));
        return any;
    }

    /// Nanoseconds until a node said that it is ready.
    private CompletableFuture<Long> probe(URI node, long begun) {
        HttpRequest request =
                HttpRequest.newBuilder(node.resolve(Paths.READY)).timeout(PROBE).build();
        return http.sendAsync(request, BodyHandlers.discarding()).thenApply(answer -> {
            if (answer.statusCode() != 200) {
                throw new CompletionException(new IOException("not ready"));
            }
            return System.nanoTime() - begun;
        });
    }

    /// Asks the node in use for the others, now and then, on a thread of its own: a client that was told of one node
    /// goes on with the others when that one fails.
    private void learnWhereDue(URI node) {
        long now = System.nanoTime();
        long due = learnAfter.get();
        if (now - due < 0 || !learnAfter.compareAndSet(due, now + LEARN_EVERY)) {
            return;
        }
        HttpRequest request = HttpRequest.newBuilder(node.resolve(Paths.NODES))
                .timeout(PROBE)
                .header("Accept", "application/json")
                .build();
        var _ = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_PROBLEM))
                .thenAccept(answer -> {
                    if (answer.statusCode() == 200 && hasType(answer, "application/json")) {
                        learn(answer.body());
                    }
                });
    }

    private void learn(byte[] answer) {
        try {
            nodes.learn(json.read(answer, new TypeReference<List<NodeEntry>>() {}));
        } catch (MalformedJsonException e) {
            LOG.debug("the list of nodes is not readable", e);
        }
    }

    private @Nullable Problem problem(HttpResponse<?> response, byte[] body) {
        if (!hasType(response, "application/problem+json")) {
            return null;
        }
        try {
            return json.read(body, Problem.class);
        } catch (MalformedJsonException e) {
            return null;
        }
    }

    private static boolean hasType(HttpResponse<?> response, String type) {
        String given = response.headers().firstValue("Content-Type").orElse("");
        return given.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT).equals(type);
    }

    static NodeException notOurs(String message, @Nullable Throwable cause) {
        return new NodeException(NodeException.Kind.NODE_FAILED, message, cause);
    }

    /// Ends calls in flight; returns within two seconds.
    @Override
    public void close() {
        http.shutdownNow();
        try {
            http.awaitTermination(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}
