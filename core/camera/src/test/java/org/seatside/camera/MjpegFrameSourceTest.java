package org.seatside.camera;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.camera.MjpegFrameSource.Timing;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.seatside.camera.SourceState.Running;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;

class MjpegFrameSourceTest extends FrameSourceContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String TYPE = "multipart/x-mixed-replace; boundary=frame";
    private static final Timing QUICK =
            new Timing(Duration.ofMillis(400), Duration.ofMillis(20), Duration.ofMillis(100));

    private final List<AutoCloseable> opened = new ArrayList<>();

    @Override
    FrameSource endlessFrames() throws IOException {
        byte[] jpeg = TestImages.jpeg(WIDTH, HEIGHT, Color.WHITE);
        MjpegServer server = server(TYPE, (exchange, body) -> {
            while (!Thread.currentThread().isInterrupted()) {
                MjpegServer.writePart(body, "frame", jpeg);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        });
        return new MjpegFrameSource(server.address("/stream"), QUICK);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : opened.reversed()) {
            closeable.close();
        }
    }

    @Test
    void codesAreReadLiveFromTheStream() throws Exception {
        List<String> texts = List.of("first pass", "second pass", "third pass");
        CountDownLatch[] seen = {new CountDownLatch(1), new CountDownLatch(1), new CountDownLatch(1)};
        MjpegServer server = server(TYPE, (exchange, body) -> {
            for (int i = 0; i < texts.size(); i++) {
                byte[] jpeg = TestImages.encoded(code(texts.get(i)), "jpg");
                while (seen[i].getCount() > 0) {
                    MjpegServer.writePart(body, "frame", jpeg);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
                }
            }
        });
        MjpegFrameSource source = started(server.address("/stream"));
        QrReader reader = new QrReader();

        List<String> read = new ArrayList<>();
        long sequence = -1;
        while (read.size() < texts.size()) {
            Frame frame = source.awaitNewer(sequence, PATIENCE).orElseThrow();
            sequence = frame.sequence();
            for (Reading reading : reader.read(Luminance.of(frame.luminance(), frame.width(), frame.height()))) {
                if (!read.contains(reading.text())) {
                    seen[read.size()].countDown();
                    read.add(reading.text());
                }
            }
        }

        assertEquals(texts, read);
    }

    @Test
    void connectsAgainWhereTheServerCutsTheStreamInsideAPicture() throws Exception {
        byte[] jpeg = TestImages.jpeg(WIDTH, HEIGHT, Color.WHITE);
        MjpegServer server = server(TYPE, (exchange, body) -> {
            MjpegServer.writePart(body, "frame", jpeg);
            body.write(("--frame\r\nContent-Length: " + jpeg.length + "\r\n\r\n").getBytes(US_ASCII));
            body.write(jpeg, 0, jpeg.length / 2);
        });
        List<SourceState> states = new CopyOnWriteArrayList<>();
        MjpegFrameSource source = source(server.address("/stream"));
        source.onState(states::add);
        source.start();

        await().atMost(PATIENCE).until(() -> server.requests.get() >= 3);

        assertTrue(states.contains(new Waiting(WaitReason.NO_CONNECTION)), states.toString());
        assertTrue(states.stream().anyMatch(Running.class::isInstance), states.toString());
    }

    @Test
    void skipsPicturesThatAreDamaged() throws Exception {
        byte[] jpeg = TestImages.jpeg(WIDTH, HEIGHT, Color.WHITE);
        MjpegServer server = server(TYPE, (exchange, body) -> {
            while (!Thread.currentThread().isInterrupted()) {
                MjpegServer.writePart(body, "frame", Arrays.copyOf(jpeg, jpeg.length / 2));
                MjpegServer.writePart(body, "frame", new byte[] {1, 2, 3});
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
                MjpegServer.writePart(body, "frame", jpeg);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(30));
            }
        });
        MjpegFrameSource source = started(server.address("/stream"));

        Frame first = source.awaitNewer(-1, PATIENCE).orElseThrow();
        Frame second = source.awaitNewer(first.sequence(), PATIENCE).orElseThrow();

        assertEquals(List.of(WIDTH, WIDTH), List.of(first.width(), second.width()));
        assertEquals(1, server.requests.get());
    }

    @Test
    void readsPartsWithoutALengthAndBoundariesWithDashes() throws Exception {
        byte[] jpeg = TestImages.jpeg(WIDTH, HEIGHT, Color.WHITE);
        MjpegServer server = server("multipart/x-mixed-replace;boundary=\"--cut here\"", (exchange, body) -> {
            while (!Thread.currentThread().isInterrupted()) {
                body.write("--cut here\r\nContent-Type: image/jpeg\r\n\r\n".getBytes(US_ASCII));
                body.write(jpeg);
                body.write("\r\n".getBytes(US_ASCII));
                body.flush();
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        });
        MjpegFrameSource source = started(server.address("/stream"));

        Frame first = source.awaitNewer(-1, PATIENCE).orElseThrow();

        assertTrue(source.awaitNewer(first.sequence(), PATIENCE).isPresent());
    }

    @Test
    void garbageInsteadOfTheBoundaryIsABadAnswerAndIsTriedAgain() throws Exception {
        byte[] lines = "no boundary here\r\n".repeat(1_000).getBytes(US_ASCII);
        MjpegServer server = server(TYPE, (exchange, body) -> {
            while (!Thread.currentThread().isInterrupted()) {
                body.write(lines);
            }
        });
        MjpegFrameSource source = started(server.address("/stream"));

        await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.BAD_ANSWER)));
        await().atMost(PATIENCE).until(() -> server.requests.get() >= 2);
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 900000000",
        "Content-Length: -5",
        "Content-Length: many",
        "Content-Length: 99999999999999999999"
    })
    void aPartThatClaimsANonsensicalSizeIsABadAnswer(String header) throws Exception {
        MjpegServer server = server(TYPE, (exchange, body) -> {
            body.write(("--frame\r\n" + header + "\r\n\r\n").getBytes(US_ASCII));
            body.flush();
            new CountDownLatch(1).await();
        });
        MjpegFrameSource source = started(server.address("/stream"));

        await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.BAD_ANSWER)));
    }

    @Test
    void aPartWithoutEndIsCutOff() throws Exception {
        byte[] block = new byte[1 << 16];
        MjpegServer server = server(TYPE, (exchange, body) -> {
            body.write("--frame\r\n\r\n".getBytes(US_ASCII));
            while (!Thread.currentThread().isInterrupted()) {
                body.write(block);
            }
        });
        Timing patient = new Timing(Duration.ofSeconds(8), Duration.ofMillis(50), Duration.ofMillis(50));
        MjpegFrameSource source = closedLater(new MjpegFrameSource(server.address("/stream"), patient));
        source.start();

        await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.BAD_ANSWER)));
    }

    @Test
    void aServerThatFallsSilentIsNoticedAndAskedAgain() throws Exception {
        byte[] jpeg = TestImages.jpeg(WIDTH, HEIGHT, Color.WHITE);
        MjpegServer server = server(TYPE, (exchange, body) -> {
            MjpegServer.writePart(body, "frame", jpeg);
            MjpegServer.writePart(body, "frame", jpeg);
            new CountDownLatch(1).await();
        });
        MjpegFrameSource source = started(server.address("/stream"));

        await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_FRAMES)));
        await().atMost(PATIENCE).until(() -> server.requests.get() >= 2);
        await().atMost(PATIENCE).until(() -> source.state() instanceof Running);
    }

    @Test
    void aServerThatNeverAnswersIsNoConnection() throws Exception {
        ServerSocket silent = closedLater(new ServerSocket(0));
        MjpegFrameSource source = started("http://localhost:" + silent.getLocalPort() + "/stream");

        await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_CONNECTION)));
    }

    @Test
    void nobodyListeningIsNoConnection() throws Exception {
        int port;
        try (ServerSocket taken = new ServerSocket(0)) {
            port = taken.getLocalPort();
        }
        MjpegFrameSource source = started("http://localhost:" + port + "/stream");

        await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_CONNECTION)));
    }

    @Test
    void aMissingPageAndAWrongKindOfContentAreBadAnswers() throws Exception {
        MjpegServer server = server("image/jpeg", (exchange, body) -> body.write(new byte[10]));
        MjpegFrameSource missing = started(server.address("/elsewhere"));
        MjpegFrameSource picture = started(server.address("/stream"));

        await().atMost(PATIENCE).until(() -> missing.state().equals(new Waiting(WaitReason.BAD_ANSWER)));
        await().atMost(PATIENCE).until(() -> picture.state().equals(new Waiting(WaitReason.BAD_ANSWER)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "camera", "ftp://camera/stream", "http://", "http://a b/", "file:///etc/hosts"})
    void anAddressThatIsNoneFails(String address) {
        MjpegFrameSource source = started(address);

        await().atMost(PATIENCE)
                .until(() -> source.state() instanceof Failed failed && failed.reason() == FailReason.BAD_ADDRESS);
    }

    @Test
    void takesTheBoundaryFromTheContentType() {
        assertEquals(Optional.of("a"), MjpegFrameSource.boundary("multipart/x-mixed-replace;boundary=a"));
        assertEquals(
                Optional.of("a b"), MjpegFrameSource.boundary("Multipart/X-Mixed-Replace; x=1; boundary=\"a b\"; y=2"));
        assertEquals(Optional.empty(), MjpegFrameSource.boundary("multipart/x-mixed-replace"));
        assertEquals(Optional.empty(), MjpegFrameSource.boundary("multipart/form-data; boundary=a"));
    }

    private static BufferedImage code(String text) {
        ByteMatrix modules;
        try {
            modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
        BufferedImage image = TestImages.plain(320, 240, Color.WHITE);
        for (int y = 0; y < modules.getHeight() * 5; y++) {
            for (int x = 0; x < modules.getWidth() * 5; x++) {
                image.setRGB(60 + x, 40 + y, modules.get(x / 5, y / 5) == 1 ? 0x101010 : 0xf0f0f0);
            }
        }
        return image;
    }

    private MjpegServer server(String contentType, MjpegServer.Script script) throws IOException {
        return closedLater(new MjpegServer(contentType, script));
    }

    private MjpegFrameSource started(String address) {
        MjpegFrameSource source = source(address);
        source.start();
        return source;
    }

    private MjpegFrameSource source(String address) {
        return closedLater(new MjpegFrameSource(address, QUICK));
    }

    private <T extends AutoCloseable> T closedLater(T closeable) {
        opened.add(closeable);
        return closeable;
    }
}
