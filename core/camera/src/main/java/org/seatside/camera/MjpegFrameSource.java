package org.seatside.camera;

import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A network camera, or a phone made into one: JPEG pictures as `multipart/x-mixed-replace` over HTTP. Connects
/// anew, at growing intervals, as long as it runs. Follows no redirects.
public final class MjpegFrameSource extends ThreadedFrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(MjpegFrameSource.class);
    private static final int LARGEST_PART = 8 << 20;
    private static final int HTTP_OK = 200;
    private static final Pattern BOUNDARY = Pattern.compile(
            "multipart/x-mixed-replace\\s*;.*?boundary=(?:\"([^\"]{1,200})\"|([^;\\s]{1,200})).*",
            Pattern.CASE_INSENSITIVE);

    private final String address;
    private final Timing timing;

    /// How long to wait for what.
    ///
    /// @param silence without a picture for this long, the connection is given up and made anew
    /// @param firstRetry before the first new attempt, doubled up to `lastRetry`
    record Timing(Duration silence, Duration firstRetry, Duration lastRetry) {
        static final Timing USUAL = new Timing(Duration.ofSeconds(3), Duration.ofMillis(250), Duration.ofSeconds(5));
    }

    /// @param address `http://…` or `https://…`; anything else makes the source fail when it is started
    public MjpegFrameSource(String address) {
        this(address, Timing.USUAL);
    }

    MjpegFrameSource(String address, Timing timing) {
        super(timing.silence());
        this.address = address;
        this.timing = timing;
    }

    @Override
    void capture(Run run) throws InterruptedException {
        HttpRequest request;
        try {
            request = HttpRequest.newBuilder(URI.create(address)).GET().build();
        } catch (IllegalArgumentException e) {
            run.report(
                    new Failed(FailReason.BAD_ADDRESS, "Give the camera's address as http://HOST:PORT/PATH."),
                    "not an address of HTTP");
            return;
        }
        HttpClient client = HttpClient.newBuilder()
                .connectTimeout(timing.silence())
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        try {
            connectAgainAndAgain(run, client, request);
        } finally {
            client.shutdownNow();
        }
    }

    private void connectAgainAndAgain(Run run, HttpClient client, HttpRequest request) throws InterruptedException {
        Duration retry = timing.firstRetry();
        while (true) {
            long before = run.lastNanos();
            try {
                stream(run, client, request);
                run.report(new Waiting(WaitReason.NO_FRAMES), "no picture in time");
            } catch (MultipartReader.BadStreamException e) {
                run.report(new Waiting(WaitReason.BAD_ANSWER), "no picture stream: " + e.getMessage());
            } catch (IOException e) {
                run.report(new Waiting(WaitReason.NO_CONNECTION), "connection lost: " + e.getMessage());
            }
            boolean sawFrames = run.lastNanos() != before;
            retry = sawFrames ? timing.firstRetry() : retry;
            Thread.sleep(retry);
            Duration doubled = retry.multipliedBy(2);
            retry = doubled.compareTo(timing.lastRetry()) < 0 ? doubled : timing.lastRetry();
        }
    }

    /// One connection, until it falls silent or ends.
    private void stream(Run run, HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = ask(client, request);
        try (InputStream body = response.body()) {
            Optional<String> boundary =
                    response.headers().firstValue("content-type").flatMap(MjpegFrameSource::boundary);
            if (response.statusCode() != HTTP_OK || boundary.isEmpty()) {
                throw new MultipartReader.BadStreamException("status " + response.statusCode());
            }
            NewestPart parts = new NewestPart(
                    new MultipartReader(new BufferedInputStream(body, 1 << 16), boundary.get(), LARGEST_PART));
            Thread.ofVirtual().name("camera-network").start(parts::drain);
            Optional<byte[]> part = parts.take(timing.silence());
            while (part.isPresent()) {
                show(run, part.get());
                run.awaitTurn();
                part = parts.take(timing.silence());
            }
        }
    }

    /// Waits for the answer's head only; a limit on the request itself would, from JDK 26 on, cut the endless
    /// body.
    private HttpResponse<InputStream> ask(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> answer = client.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return answer.get(timing.silence().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new IOException("no answer in time", e);
        } finally {
            answer.cancel(true);
        }
    }

    private void show(Run run, byte[] part) {
        try {
            BufferedImage image = ImageBytes.decode(part);
            run.publish(
                    Pixels.greyOf(image), image.getWidth(), image.getHeight(), argb -> Pixels.writeArgbOf(image, argb));
        } catch (IOException e) {
            LOG.debug("{}: skipped a picture of {} bytes: {}", this, part.length, e.getMessage());
        }
    }

    static Optional<String> boundary(String contentType) {
        Matcher matcher = BOUNDARY.matcher(contentType.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(1)).or(() -> Optional.ofNullable(matcher.group(2)));
    }

    @Override
    public String toString() {
        return "network camera";
    }
}
