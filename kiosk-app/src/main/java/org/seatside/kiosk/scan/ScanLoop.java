package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.camera.Motion;
import org.seatside.qr.LiveReader;
import org.seatside.qr.Luminance;
import org.seatside.qr.ReaderSettings;
import org.seatside.qr.Reading;
import org.seatside.qr.SecondLook;
import org.seatside.qr.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the codes in the newest frame on a thread named `scanner`, helped by one named `scanner-second` that
/// takes the dear looks, and hands on each text once while it stays in view. The receiver runs on the first of
/// them: while it is busy nothing is read, and nothing queues.
///
/// While nothing moves before the camera it asks for few frames, and reads one a second of those.
public final class ScanLoop implements AutoCloseable {
    /// A code out of view for longer is shown anew.
    public static final Duration REPEAT_WINDOW = Duration.ofSeconds(3);

    private static final Logger LOG = LoggerFactory.getLogger(ScanLoop.class);
    private static final int MOST_PER_SECOND = 30;

    /// Somebody who comes is seen after a third of a second at most, and has not raised a card by then.
    private static final int IDLE_PER_SECOND = 3;

    /// Who gets the texts.
    @FunctionalInterface
    public interface ScanReceiver {
        void scanned(Scan scan) throws InterruptedException;
    }

    /// Who hears what frames showed of codes, read or not.
    @FunctionalInterface
    public interface SightReceiver {
        /// @param nanos of the frame, by [System#nanoTime]
        void saw(Sight sight, long nanos);
    }

    private final FrameSource source;
    private final ScanReceiver receiver;
    private final SightReceiver sights;
    private final ReaderSettings codes;
    private final FrameLoop loop;
    private final Motion motion = new Motion();
    private final Attention attention = new Attention();
    private final RepeatWindow repeats = new RepeatWindow(REPEAT_WINDOW);
    private @Nullable LiveReader reader;
    private volatile @Nullable LoopThread second;
    private volatile boolean idle;

    /// @param codes which kinds of code are read
    /// @param sights called on the thread that reads; be quick
    public ScanLoop(FrameSource source, ReaderSettings codes, SightReceiver sights, ScanReceiver receiver) {
        this.source = source;
        this.sights = sights;
        this.receiver = receiver;
        this.codes = codes;
        loop = new FrameLoop("scanner", source, MOST_PER_SECOND, this::look);
    }

    private void look(Frame frame) throws InterruptedException {
        boolean wasIdle = attention.idle();
        boolean read = attention.isRead(motion.moved(frame), frame.captureNanos(), reader().rounds());
        if (attention.idle() != wasIdle) {
            LOG.debug("{}", wasIdle ? "Something moves, reads every frame" : "Nothing moves, reads one frame a second");
            idle = !wasIdle;
            source.takeAtMost(wasIdle ? Double.POSITIVE_INFINITY : IDLE_PER_SECOND);
        }
        if (read) {
            read(frame);
        }
    }

    /// Made by the thread that uses it: its tables, and what it looks for on the disk, are not in the way of the
    /// first picture.
    private LiveReader reader() {
        LiveReader made = reader;
        if (made == null) {
            SecondLook look = new SecondLook();
            made = LiveReader.with(codes, look);
            reader = made;
            LoopThread looking = new LoopThread("scanner-second", look::look);
            second = looking;
            looking.start();
        }
        return made;
    }

    private void read(Frame frame) throws InterruptedException {
        Luminance picture = Luminance.of(frame.luminance(), frame.width(), frame.height());
        List<Reading> readings = reader().read(picture, frame.captureNanos());
        attention.read(!readings.isEmpty());
        sights.saw(reader().sight(picture, frame.captureNanos()), frame.captureNanos());
        for (Reading reading : readings) {
            if (repeats.isNew(reading.text(), frame.captureNanos())) {
                receiver.scanned(new Scan(reading.text(), frame.sequence(), frame.captureNanos()));
            }
        }
    }

    /// Whether nothing moves before the camera, so that nobody seems to be there. Any thread.
    public boolean idle() {
        return idle;
    }

    public void start() {
        loop.start();
    }

    /// Ends both threads, waiting at most four seconds.
    @Override
    public void close() {
        loop.close();
        LoopThread looking = second;
        if (looking != null) {
            looking.close();
        }
        source.takeAtMost(Double.POSITIVE_INFINITY);
    }
}
