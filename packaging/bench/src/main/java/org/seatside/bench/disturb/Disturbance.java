package org.seatside.bench.disturb;

import java.util.Locale;
import java.util.random.RandomGenerator;
import org.seatside.bench.generate.Lens;

/// A way in which a picture of a code is made harder to read. How much is drawn from the random numbers.
public enum Disturbance {
    HALF("half as many pixels a side", (canvas, place, random) -> canvas.shrunk(0.5)),
    THIRD("a third as many pixels a side", (canvas, place, random) -> canvas.shrunk(0.35)),
    LARGE("as large as the picture allows", Shapes::enlarged),
    TURNED("turned by an odd angle", (canvas, place, random) -> Shapes.turned(canvas, place, random.nextInt(360))),
    TILTED("seen from the side, 45 to 62 degrees", Shapes::tilted),
    BENT("bent around a cylinder, 60 to 110 degrees", Shapes::bent),
    CRUMPLED("on crumpled paper", Shapes::crumpled),
    STRETCHED(
            "stretched by 1.4 to 2.2",
            (canvas, place, random) -> Shapes.stretched(canvas, between(random, 1.4, 2.2), random.nextBoolean())),
    MIRRORED(
            "mirrored, and a little soft",
            (canvas, place, random) -> Shapes.mirrored(canvas).blurred(new Lens(0.01 * place.side(), 0, 0))),
    CUT("cut off at the code's edge", Shapes::cut),
    TILED("nine times side by side", (canvas, place, random) -> Shapes.tiled(canvas)),
    DEFOCUSED(
            "out of focus by 1 to 2.5 % of its side",
            (canvas, place, random) -> canvas.blurred(new Lens(between(random, 0.01, 0.025) * place.side(), 0, 0))),
    MOVED(
            "moved by 2.5 to 5.5 % of its side",
            (canvas, place, random) ->
                    canvas.blurred(new Lens(0.6, between(random, 0.025, 0.055) * place.side(), random.nextInt(180)))),
    DARK("in low light, with noise", Lights::dark),
    FAINT("washed out", Lights::faint),
    NOISY("with strong noise", (canvas, place, random) -> Lights.noisy(canvas, between(random, 25, 55), random)),
    INVERTED(
            "light on dark",
            (canvas, place, random) ->
                    canvas.changed((x, y, v) -> 255 - v).blurred(new Lens(0.006 * place.side(), 0, 0))),
    GLARE("with one to three reflections", Lights::glare),
    SHADOWED("with a hard shadow across", Lights::shadow),
    SCREEN("on a screen, with moire", Lights::screen),
    COMPRESSED("as JPEG of quality 8 to 20", (canvas, place, random) -> canvas.jpeg(8 + random.nextInt(13))),
    COVERED("with a finder partly covered", Stains::covered),
    LOGO("with something over the middle", Stains::logo),
    SCRATCHED("with scratches", Stains::scratched),
    SPREAD("with ink that spread or is thin", Stains::spread),
    TEXTURED("printed on a pattern", Stains::textured),
    ALL("tilted, moved, dim and compressed, each a little", Shapes::everything);

    private final String description;

    /// Never handed out.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Step step;

    interface Step {
        Canvas of(Canvas canvas, Place place, RandomGenerator random);
    }

    Disturbance(String description, Step step) {
        this.description = description;
        this.step = step;
    }

    /// What is done, in words.
    public String description() {
        return description;
    }

    /// For reports.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    Canvas apply(Canvas canvas, Place place, RandomGenerator random) {
        return step.of(canvas, place, random);
    }

    static double between(RandomGenerator random, double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
