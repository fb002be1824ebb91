package org.seatside.qr;

import java.util.ArrayList;
import java.util.List;
import org.seatside.qr.engine.Pass;
import org.seatside.qr.zxingcpp.ZxingCpp;

/// What is tried at which effort, in the order of reads won per millisecond: the passes of our own engine, then
/// other decoders where they read what it does not.
record Plan(List<Step> steps) {
    private static final int NATIVE_LEVEL = 7;

    /// Runs at efforts from `from` to `to`.
    sealed interface Step {
        int from();

        int to();
    }

    /// Passes of the engine.
    record Passes(int from, int to, List<Pass> passes) implements Step {}

    /// Other decoders on a copy.
    record Decoders(int from, int to, Copy copy, List<Stage> stages) implements Step {}

    /// From this effort on every code in the picture is looked for.
    static final int STILL = 3;

    static Plan of(ReaderSettings settings) {
        List<Step> steps = new ArrayList<>(standard().steps());
        if (settings.nativeReader()) {
            ZxingCpp.installed().map(ZxingCppStage::new).ifPresent(stage -> {
                Step live = new Decoders(Effort.LIVE.level(), Effort.LIVE.level(), new Copies.Plain(), List.of(stage));
                Step still = new Decoders(NATIVE_LEVEL, Effort.MAX_LEVEL, new Copies.Plain(), List.of(stage));
                steps.addAll(List.of(live, still));
            });
        }
        if (settings.cardCodes()) {
            int live = Effort.LIVE.level();
            steps.add(new Decoders(live, live, new Copies.Plain(), List.of(CardStage.live())));
            steps.add(new Decoders(live + 1, Effort.MAX_LEVEL, new Copies.Plain(), List.of(CardStage.still())));
        }
        return new Plan(steps);
    }

    /// The steps of one level.
    List<Step> at(int level) {
        return steps.stream()
                .filter(step -> step.from() <= level && level <= step.to())
                .toList();
    }

    /// Dear passes that live video shares out among its frames, a group to a frame in turn.
    static List<List<Pass>> dear() {
        return List.of(
                List.of(Pass.BLOCK_MEAN, Pass.PAIRS),
                List.of(Pass.INVERTED),
                List.of(Pass.HALF_SHARPENED, Pass.PAIRS),
                List.of(Pass.FULL, Pass.BENT, Pass.CRUMPLED),
                List.of(Pass.DOUBLE),
                List.of(Pass.SHARPENED, Pass.PAIRS),
                List.of(Pass.GREY, Pass.GREY_PAIRS));
    }

    /// What looks closely at a small part of a picture.
    static List<Pass> close() {
        return List.of(
                Pass.FULL,
                Pass.PAIRS,
                Pass.HALF,
                Pass.HALF_SHARPENED,
                Pass.BLOCK_MEAN,
                Pass.INVERTED,
                Pass.SHARPENED,
                Pass.GREY,
                Pass.GREY_PAIRS,
                Pass.BENT,
                Pass.DOUBLE,
                Pass.CRUMPLED);
    }

    /// What runs in the JVM alone and reads QR codes.
    static Plan standard() {
        int most = Effort.MAX_LEVEL;
        int live = Effort.LIVE.level();
        Stage hybrid = ZxingStage.hybrid();
        Stage global = ZxingStage.globalHistogram();
        Stage boof = new BoofStage();
        return new Plan(List.of(
                new Passes(0, most, List.of(Pass.FULL)),
                new Passes(STILL, most, List.of(Pass.MANY)),
                new Passes(1, most, List.of(Pass.QUARTER, Pass.HALF)),
                new Passes(live, live, List.of(Pass.PAIRS)),
                new Passes(3, most, List.of(Pass.BLOCK_MEAN, Pass.INVERTED)),
                new Passes(4, most, List.of(Pass.HALF_SHARPENED, Pass.BENT, Pass.PAIRS)),
                new Passes(5, most, List.of(Pass.DOUBLE, Pass.SHARPENED)),
                new Passes(6, most, List.of(Pass.GREY, Pass.GREY_PAIRS, Pass.CRUMPLED)),
                new Decoders(7, most, new Copies.Plain(), List.of(hybrid, boof)),
                new Decoders(8, most, new Copies.Halved(), List.of(hybrid, global, boof)),
                new Decoders(9, most, new Copies.LocalContrast(), List.of(hybrid)),
                new Decoders(9, most, new Copies.Inverted(), List.of(hybrid, boof)),
                new Decoders(9, most, new Copies.Plain(), List.of(global))));
    }
}
