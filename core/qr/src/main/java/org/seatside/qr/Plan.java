package org.seatside.qr;

import java.util.List;

/// Which decoders see which copy, and from which effort on. The order is the order of reads won per millisecond.
record Plan(List<Step> steps) {

    /// @param level the least effort at which the step runs
    record Step(int level, Copy copy, List<Stage> stages) {}

    static Plan standard() {
        Stage hybrid = ZxingStage.hybrid();
        Stage global = ZxingStage.globalHistogram();
        Stage boof = new BoofStage();
        Stage multi = ZxingStage.multi();
        List<Stage> all = List.of(hybrid, global, boof, multi);
        Copy plain = new Copies.Plain();
        Copy unsharp = new Copies.Unsharp(3, 2);
        Copy doubled = new Copies.Doubled();
        return new Plan(List.of(
                new Step(0, plain, List.of(hybrid)),
                new Step(1, plain, List.of(global)),
                new Step(2, plain, List.of(boof)),
                new Step(3, plain, List.of(multi)),
                new Step(4, unsharp, all),
                new Step(5, doubled, all),
                new Step(6, new Copies.Chained(doubled, unsharp), all),
                new Step(7, new Copies.Halved(), all),
                new Step(8, new Copies.Inverted(), all),
                new Step(8, new Copies.LocalContrast(), all),
                new Step(9, new Copies.BoxBlurred(1), all)));
    }
}
