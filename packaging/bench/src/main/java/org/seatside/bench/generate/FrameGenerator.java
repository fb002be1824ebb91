package org.seatside.bench.generate;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.seatside.bench.generate.Frame.Code;
import org.seatside.qr.Luminance;

/// Draws frames: the same seed gives the same bytes, on every machine, whatever else was drawn before.
public final class FrameGenerator {
    private final long seed;

    public FrameGenerator(long seed) {
        this.seed = seed;
    }

    /// A frame of 1280 x 720 pixels, for versions and levels a still of 1280 x 960.
    ///
    /// @param strength one of the kind's
    /// @param number from 0: which of the many frames of this kind and strength
    public Frame frame(Kind kind, double strength, int number) {
        SplittableRandom random = random(kind.label().hashCode(), Double.doubleToLongBits(strength), number);
        Recipe recipe = Recipe.of(kind, strength, random);
        Scene scene = recipe.scene();
        List<Code> codes = scene.props().stream()
                .map(prop -> new Code(prop.sheet().symbol().text(), prop.corners()))
                .toList();
        String name = String.format(Locale.ROOT, "%s-%s-%02d", kind.label(), number(strength), number);
        return new Frame(name, scene.shoot(random), codes, recipe.damage());
    }

    /// A frame of 1280 x 720 pixels without a code.
    public Frame empty(EmptyKind kind, int number) {
        SplittableRandom random = random(kind.label().hashCode(), 0, number);
        Luminance picture = EmptyScenes.of(kind, random).shoot(random);
        String name = String.format(Locale.ROOT, "empty-%s-%02d", kind.label(), number);
        return new Frame(name, picture, List.of(), 0);
    }

    /// A frame that costs as much as any, 1280 pixels wide or 7680.
    public Luminance worst(WorstKind kind, int number) {
        return kind.draw(this, random(kind.label().hashCode(), 0, number), number);
    }

    private SplittableRandom random(long kind, long strength, long number) {
        return new SplittableRandom(seed ^ (kind * 0x9e3779b97f4a7c15L + strength * 31 + number * 0xbf58476d1ce4e5b9L));
    }

    /// Without a fraction where there is none.
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
