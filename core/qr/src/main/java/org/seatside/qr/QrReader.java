package org.seatside.qr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.seatside.qr.Reading.Corner;
import org.seatside.qr.engine.Deadline;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the QR codes in a grey picture: our own engine pass by pass, then other decoders, until one of them
/// reads
/// something, the effort is used up or the deadline has passed.
///
/// Gives every code the successful stage saw, each text once; an empty list where nothing was read. Any
/// picture is
/// fine: what is too small to hold a code gives nothing, what is larger than 4096 pixels a side is shrunk
/// first. A
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
    private final EngineSteps engine = new EngineSteps();
    private final Set<String> reportedFailures = new HashSet<>();
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

    /// Reads a frame of live video: [Effort#LIVE].
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
        Luminance fitting = picture.shrunkTo(LARGEST_SIDE);
        if (Math.min(fitting.width(), fitting.height()) < SMALLEST_SIDE) {
            return List.of();
        }
        double scale = (double) fitting.width() / picture.width();
        Luminance packedRows = packed(fitting);
        engine.open(packedRows, deadline);
        for (Plan.Step step : plan.steps()) {
            if (deadline.passed()) {
                break;
            }
            if (step.from() <= level && level <= step.to()) {
                List<Reading> readings = run(step, packedRows, deadline);
                if (!readings.isEmpty()) {
                    return atScale(distinct(readings), scale);
                }
            }
        }
        return List.of();
    }

    private List<Reading> run(Plan.Step step, Luminance picture, Deadline deadline) {
        return switch (step) {
            case Plan.Passes passes -> guarded("engine", picture, () -> engine.run(passes.passes()));
            case Plan.InTurn turns -> guarded("engine", picture, () -> engine.run(engine.inTurn(turns.groups())));
            case Plan.Decoders decoders -> run(decoders, picture, deadline);
        };
    }

    private List<Reading> run(Plan.Decoders decoders, Luminance picture, Deadline deadline) {
        if (!decoders.copy().suits(picture)) {
            return List.of();
        }
        Luminance copy = decoders.copy().of(picture);
        for (Stage stage : decoders.stages()) {
            if (deadline.passed()) {
                break;
            }
            List<Reading> readings = guarded(stage.name(), copy, () -> stage.read(copy));
            if (!readings.isEmpty()) {
                String prefix = decoders.copy().name();
                List<Reading> named = prefix.isEmpty() ? readings : named(readings, prefix + "/" + stage.name());
                return atScale(named, decoders.copy().scale());
            }
        }
        return List.of();
    }

    /// Decoders meet every picture a camera can take, and some are others' code. One that fails on a picture
    /// has read
    /// nothing in it, be it for want of memory or stack; the next one still gets its turn.
    private List<Reading> guarded(String decoder, Luminance picture, Supplier<List<Reading>> reading) {
        try {
            return reading.get();
        } catch (Throwable e) {
            if (reportedFailures.add(decoder + " " + e.getClass().getName())) {
                LOG.warn(
                        "decoder {} failed on a {}x{} picture, incident {}; reported once",
                        decoder,
                        picture.width(),
                        picture.height(),
                        UUID.randomUUID(),
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
