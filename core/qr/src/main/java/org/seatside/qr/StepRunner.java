package org.seatside.qr;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.seatside.qr.Reading.Corner;
import org.seatside.qr.engine.Deadline;
import org.seatside.qr.engine.GreyEngine;
import org.seatside.qr.engine.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs steps of a [Plan] on one picture after the other, with an engine of its own. One thread.
final class StepRunner {
    private static final Logger LOG = LoggerFactory.getLogger(StepRunner.class);

    private final EngineSteps steps = new EngineSteps();
    private final Set<String> reportedFailures = new HashSet<>();
    private Luminance picture = Luminance.of(new byte[0], 0, 0);
    private Deadline deadline = Deadline.never();

    /// Begins a picture whose rows follow each other without gaps, neither side shorter than the engine takes.
    void open(Luminance picture, Deadline deadline) {
        this.picture = picture;
        this.deadline = deadline;
        steps.open(picture, deadline);
    }

    /// The engine that has the picture open.
    GreyEngine engine() {
        return steps.engine();
    }

    List<Reading> run(Plan.Step step) {
        return switch (step) {
            case Plan.Passes passes -> run(passes.passes());
            case Plan.Decoders decoders -> run(decoders);
        };
    }

    /// Runs passes until one reads something.
    List<Reading> run(List<Pass> passes) {
        try {
            return steps.run(passes);
        } catch (Throwable e) {
            report("engine", picture, e);
            return List.of();
        }
    }

    private List<Reading> run(Plan.Decoders decoders) {
        if (!decoders.copy().suits(picture) || !allows(decoders.copy().nanosPerPixel(), picture)) {
            return List.of();
        }
        Luminance copy = decoders.copy().of(picture);
        List<Stage> stages = decoders.stages();
        for (int i = 0; i < stages.size() && !deadline.passed(); i++) {
            if (!allows(stages.get(i).nanosPerPixel(), copy)) {
                continue;
            }
            List<Reading> readings = run(stages.get(i), copy);
            if (!readings.isEmpty()) {
                String prefix = decoders.copy().name();
                String stage = stages.get(i).name();
                List<Reading> named = prefix.isEmpty() ? readings : named(readings, prefix + "/" + stage);
                return placed(named, 0, 0, decoders.copy().scale());
            }
        }
        return List.of();
    }

    private boolean allows(double nanosPerPixel, Luminance picture) {
        return deadline.allows(nanosPerPixel * picture.width() * picture.height());
    }

    private List<Reading> run(Stage stage, Luminance copy) {
        try {
            return stage.read(copy);
        } catch (Throwable e) {
            report(stage.name(), copy, e);
            return List.of();
        }
    }

    /// Decoders meet every picture a camera can take, and some are others' code. One that fails on a picture
    /// has read nothing in it, be it for want of memory or stack; the next one still gets its turn.
    private void report(String decoder, Luminance copy, Throwable failure) {
        if (reportedFailures.add(decoder + " " + failure.getClass().getName())) {
            LOG.warn(
                    "decoder {} failed on a {}x{} picture, incident {}; reported once",
                    decoder,
                    copy.width(),
                    copy.height(),
                    UUID.randomUUID(),
                    failure);
        }
    }

    private static List<Reading> named(List<Reading> readings, String stage) {
        return readings.stream()
                .map(reading -> new Reading(reading.text(), reading.corners(), stage))
                .toList();
    }

    /// Readings in a part of a picture as readings in the picture.
    ///
    /// @param left where the part lies in the picture, pixels of the picture
    /// @param scale pixels of the part for one of the picture
    static List<Reading> placed(List<Reading> readings, double left, double top, double scale) {
        if (readings.isEmpty() || (left == 0 && top == 0 && scale == 1)) {
            return readings;
        }
        List<Reading> placed = new ArrayList<>();
        for (Reading reading : readings) {
            List<Corner> corners = reading.corners().stream()
                    .map(corner -> new Corner(left + corner.x() / scale, top + corner.y() / scale))
                    .toList();
            placed.add(new Reading(reading.text(), corners, reading.stage()));
        }
        return placed;
    }
}
