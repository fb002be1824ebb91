package org.seatside.qr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.seatside.qr.engine.Deadline;

/// Reads the QR codes in a grey picture: our own engine pass by pass, then other decoders, until one of them
/// reads something, the effort is used up or the deadline has passed.
///
/// Gives every code the successful stage saw, each text once; an empty list where nothing was read. Any picture
/// is fine: what is too small to hold a code gives nothing, what is larger than 4096 pixels a side is shrunk
/// first. A text stands for what the code's bytes say; where a code does not name its character set, UTF-8,
/// Shift_JIS or ISO 8859-1 is chosen by the bytes.
///
/// Not thread-safe, because the working buffers are kept from call to call: one reader for one thread.
public final class QrReader {
    /// The smallest symbol, version 1, has 21 modules a side (ISO/IEC 18004, 6.1); fewer pixels cannot hold it.
    static final int SMALLEST_SIDE = 21;

    private static final int LARGEST_SIDE = 4096;

    private final Plan plan;
    private final StepRunner runner = new StepRunner();
    private byte[] packed = new byte[0];

    public QrReader() {
        this(ReaderSettings.STANDARD);
    }

    public QrReader(ReaderSettings settings) {
        this(Plan.of(settings));
    }

    QrReader(Plan plan) {
        this.plan = plan;
    }

    /// Reads a single frame at [Effort#LIVE]. Who reads one frame after the other takes a [LiveReader].
    public List<Reading> read(Luminance picture) {
        return read(picture, Effort.LIVE);
    }

    public List<Reading> read(Luminance picture, Effort effort) {
        return read(picture, effort.level(), Deadline.afterMillis(effort.deadlineMillis()));
    }

    private List<Reading> read(Luminance picture, int level, Deadline deadline) {
        if (Math.min(picture.width(), picture.height()) < SMALLEST_SIDE) {
            return List.of();
        }
        Optional<Luminance> shrunk = picture.shrunkTo(LARGEST_SIDE, deadline);
        if (shrunk.isEmpty() || Math.min(shrunk.get().width(), shrunk.get().height()) < SMALLEST_SIDE) {
            return List.of();
        }
        Luminance fitting = shrunk.get();
        double scale = (double) fitting.width() / picture.width();
        Luminance packedRows = packed(fitting);
        runner.open(packedRows, deadline);
        List<Reading> readings = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            if (deadline.passed() || isEnough(readings, level, step)) {
                break;
            }
            if (step.from() <= level && level <= step.to()) {
                readings.addAll(runner.run(step));
            }
        }
        return StepRunner.placed(distinct(readings), 0, 0, scale);
    }

    /// A still picture is searched on while there are finders that nothing explains, but not with other decoders.
    private boolean isEnough(List<Reading> readings, int level, Plan.Step next) {
        return !readings.isEmpty()
                && (level < Plan.STILL
                        || next instanceof Plan.Decoders
                        || !runner.engine().unexplained());
    }

    private Luminance packed(Luminance picture) {
        int width = picture.width();
        int height = picture.height();
        if (picture.stride() == width) {
            return picture;
        }
        if (packed.length < width * height) {
            packed = new byte[width * height];
        }
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.pixels(), y * picture.stride(), packed, y * width, width);
        }
        return Luminance.of(packed, width, height);
    }

    private static List<Reading> distinct(List<Reading> readings) {
        Set<String> texts = new HashSet<>();
        return readings.stream().filter(reading -> texts.add(reading.text())).toList();
    }
}
