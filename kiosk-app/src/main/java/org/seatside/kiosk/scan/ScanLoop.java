package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.List;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.kiosk.scan.FrameLoop.FrameConsumer;
import org.seatside.qr.LiveReader;
import org.seatside.qr.Luminance;
import org.seatside.qr.ReaderSettings;
import org.seatside.qr.Reading;
import org.seatside.qr.SecondLook;

/// Reads the codes in the newest frame on a thread named `scanner`, helped by one named `scanner-second` that
/// takes the
/// dear looks, and hands on each text once while it stays in view. The receiver runs on the first of them:
/// while it is
/// busy nothing is read, and nothing queues.
public final class ScanLoop implements AutoCloseable {
    /// A code out of view for longer is shown anew.
    public static final Duration REPEAT_WINDOW = Duration.ofSeconds(3);

    private static final int MOST_PER_SECOND = 30;

    /// Who gets the texts.
    @FunctionalInterface
    public interface ScanReceiver {
        void scanned(Scan scan) throws InterruptedException;
    }

    private final FrameLoop loop;
    private final LoopThread second;

    /// @param codes which kinds of code are read
    public ScanLoop(FrameSource source, ReaderSettings codes, ScanReceiver receiver) {
        SecondLook look = new SecondLook();
        second = new LoopThread("scanner-second", look::look);
        loop = new FrameLoop("scanner", source, MOST_PER_SECOND, reading(LiveReader.with(codes, look), receiver));
    }

    /// What is done with each frame; keeps the reader and the window, so it is for one thread.
    static FrameConsumer reading(LiveReader reader, ScanReceiver receiver) {
        RepeatWindow repeats = new RepeatWindow(REPEAT_WINDOW);
        return frame -> {
            Luminance picture = Luminance.of(frame.luminance(), frame.width(), frame.height());
            List<Reading> readings = reader.read(picture, frame.captureNanos());
            for (Reading reading : readings) {
                if (repeats.isNew(reading.text(), frame.captureNanos())) {
                    receiver.scanned(scan(reading.text(), frame));
                }
            }
        };
    }

    private static Scan scan(String text, Frame frame) {
        return new Scan(text, frame.sequence(), frame.captureNanos());
    }

    public void start() {
        second.start();
        loop.start();
    }

    /// Ends both threads, waiting at most four seconds.
    @Override
    public void close() {
        loop.close();
        second.close();
    }
}
