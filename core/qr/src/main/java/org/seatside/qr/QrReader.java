package org.seatside.qr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.seatside.qr.Reading.Corner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the QR codes in a grey picture: one decoder after the other, then the same decoders on changed copies, until
/// one of them reads something, the effort is used up or the deadline has passed.
///
/// Gives every code the successful stage saw, each text once; an empty list where nothing was read. Any picture is
/// fine: what is too small to hold a code gives nothing, what is larger than 4096 pixels a side is shrunk first. A
/// text stands for what the code's bytes say; where a code does not name its character set, UTF-8, Shift_JIS or
/// ISO 8859-1 is chosen by the bytes.
///
/// Not thread-safe, because the working buffers are kept from call to call: one reader for one thread.
public final class QrReader {
    /// The smallest symbol, version 1, has 21 modules a side (ISO/IEC 18004, 6.1); fewer pixels cannot hold it.
    static final int SMALLEST_SIDE = 21;

    private static final int LARGEST_SIDE = 4096;
    private static final Logger LOG = LoggerFactory.getLogger(QrReader.class);

    private final Plan plan;
    private final Set<String> reportedFailures = new HashSet<>();
    private byte[] packed = new byte[0];

    public QrReader() {
        this(Plan.standard());
    }

    QrReader(Plan plan) {
        this.plan = plan;
    }

    /// Reads a frame of live video: [Effort#LIVE].
    public List<Reading> read(Luminance picture) {
        return read(picture, Effort.LIVE);
    }

    public List<Reading> read(Luminance picture, Effort effort) {
        long start = System.nanoTime();
        if (Math.min(picture.width(), picture.height()) < SMALLEST_SIDE) {
            return List.of();
        }
        Luminance fitting = picture.shrunkTo(LARGEST_SIDE);
        if (Math.min(fitting.width(), fitting.height()) < SMALLEST_SIDE) {
            return List.of();
        }
        double scale = (double) fitting.width() / picture.width();
        Luminance packedRows = packed(fitting);
        for (Plan.Step step : plan.steps()) {
            if (step.level() > effort.level() || late(start, effort)) {
                break;
            }
            List<Reading> readings = run(step, packedRows, start, effort);
            if (!readings.isEmpty()) {
                return atScale(readings, scale * step.copy().scale());
            }
        }
        return List.of();
    }

    private List<Reading> run(Plan.Step step, Luminance picture, long start, Effort effort) {
        if (!step.copy().suits(picture)) {
            return List.of();
        }
        Luminance copy = step.copy().of(picture);
        for (Stage stage : step.stages()) {
            if (late(start, effort)) {
                break;
            }
            List<Reading> readings = run(stage, copy);
            if (!readings.isEmpty()) {
                String prefix = step.copy().name();
                return prefix.isEmpty() ? readings : named(readings, prefix + "/" + stage.name());
            }
        }
        return List.of();
    }

    /// The decoders are others' code and meet every picture a camera can take. One that fails on a picture has read
    /// nothing in it; the next one still gets its turn.
    private List<Reading> run(Stage stage, Luminance picture) {
        try {
            return distinct(stage.read(picture));
        } catch (RuntimeException e) {
            if (reportedFailures.add(stage.name())) {
                LOG.warn(
                        "decoder {} failed on a {}x{} picture; reported once",
                        stage.name(),
                        picture.width(),
                        picture.height(),
                        e);
            }
            return List.of();
        }
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

    private static boolean late(long start, Effort effort) {
        return (System.nanoTime() - start) / 1_000_000 > effort.deadlineMillis();
    }

    private static List<Reading> distinct(List<Reading> readings) {
        Set<String> texts = new HashSet<>();
        return readings.stream().filter(reading -> texts.add(reading.text())).toList();
    }

    private static List<Reading> named(List<Reading> readings, String stage) {
        return readings.stream()
                .map(reading -> new Reading(reading.text(), reading.corners(), stage))
                .toList();
    }

    private static List<Reading> atScale(List<Reading> readings, double scale) {
        if (scale == 1) {
            return readings;
        }
        List<Reading> scaled = new ArrayList<>();
        for (Reading reading : readings) {
            List<Corner> corners = reading.corners().stream()
                    .map(corner -> new Corner(corner.x() / scale, corner.y() / scale))
                    .toList();
            scaled.add(new Reading(reading.text(), corners, reading.stage()));
        }
        return scaled;
    }
}
