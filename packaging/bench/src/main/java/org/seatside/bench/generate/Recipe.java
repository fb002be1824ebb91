package org.seatside.bench.generate;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seatside.bench.generate.Light.Reflection;
import org.seatside.bench.generate.Light.Shadow;
import org.seatside.bench.generate.Pose.Held;
import org.seatside.bench.generate.Sheet.Look;
import org.seatside.bench.generate.Sheet.Shape;
import org.seatside.bench.generate.Surface.Crumpled.Crease;

/// What a frame is made from, before it is put together: everything is ordinary (a well-lit sheet of version 3
/// to 7 held up at five pixels a module, a little turned) but for what the kind asks.
final class Recipe {
    private static final int WIDTH = 1280;
    private static final int FRAME_HEIGHT = 720;
    private static final int STILL_HEIGHT = 960;
    private static final double MODULE = 5;
    private static final double FULL_CIRCLE = 360;
    private static final ErrorCorrectionLevel[] LEVELS = {
        ErrorCorrectionLevel.L, ErrorCorrectionLevel.M, ErrorCorrectionLevel.Q, ErrorCorrectionLevel.H
    };

    private final SplittableRandom random;
    private final Room room;
    private final List<Prop> props = new ArrayList<>();
    private int height = FRAME_HEIGHT;
    private Symbol symbol;
    private Look look = Look.PLAIN;
    private Damage damage = Damage.NONE;
    private Surface surface = new Surface.Flat();
    private Held held;
    private Light light;
    private Lens lens = Lens.SHARP;
    private Sensor sensor = Sensor.GOOD;
    private boolean glows;
    private double moire;

    private Recipe(SplittableRandom random) {
        this.random = random;
        symbol = Symbol.draw(random.nextInt(3, 8), LEVELS[random.nextInt(4)], random);
        room = Room.draw(WIDTH, STILL_HEIGHT, random);
        held = new Held(random.nextDouble(-8, 8), 0, 0, MODULE, WIDTH / 2.0, FRAME_HEIGHT / 2.0);
        light = Light.EVEN.sloping(random.nextDouble(-0.25, 0.25), random.nextDouble(-0.2, 0.2));
    }

    static Recipe of(Kind kind, double strength, SplittableRandom random) {
        Recipe recipe = new Recipe(random);
        switch (kind) {
            case VERSION, LEVEL, SIZE, TURN, TILT, CYLINDER, CRUMPLE, MANY -> recipe.shape(kind, strength);
            case MOTION, DEFOCUS, DIM, GLARE, SPOTS, SHADOW, JPEG, COMBO -> recipe.light(kind, strength);
            case HOLES, INVERTED, MIRRORED, MOIRE, DOTS, ROUNDED, BUSY -> recipe.print(kind, strength);
            case PRINTED, CLOSE, SCREEN, CROWD, FLASH -> recipe.photograph(kind, strength);
            case TORN, SCRIBBLED, FRAMELESS, TINTED, LOGO -> recipe.spoil(kind, strength);
        }
        return recipe;
    }

    Scene scene() {
        if (props.isEmpty()) {
            Held inside = held.at(place(held.x(), WIDTH), place(held.y(), height));
            props.add(prop(symbol, inside));
        }
        return new Scene(WIDTH, height, room, props, light, lens, sensor, moire);
    }

    double damage() {
        return damage.share();
    }

    /// Up to a seventh of the room that is left beside the code, either way.
    private double place(double middle, int length) {
        double left = Math.max(0, length - 1.5 * held.module() * (symbol.dimension() + 12));
        return middle + random.nextDouble(-left / 7 - 1, left / 7 + 1);
    }

    private Prop prop(Symbol code, Held where) {
        return new Prop(new Sheet(code, look, damage), surface, new Pose(where, WIDTH, height), glows);
    }

    private void shape(Kind kind, double strength) {
        switch (kind) {
            case VERSION -> still((int) strength, LEVELS[random.nextInt(4)]);
            case LEVEL -> still(random.nextInt(4, 16), LEVELS[(int) strength - 1]);
            case SIZE -> held = held.sized(strength);
            case TURN -> held = held.turned(strength + random.nextDouble(-3, 3));
            case TILT -> held = held.sized(9).tilted(strength, random.nextDouble(0, FULL_CIRCLE));
            case CYLINDER -> bend(strength);
            case CRUMPLE -> crumple(strength);
            case MANY -> many((int) strength);
            default -> throw new IllegalArgumentException(kind + " is not a shape");
        }
    }

    private void still(int version, ErrorCorrectionLevel level) {
        height = STILL_HEIGHT;
        symbol = Symbol.draw(version, level, random);
        double module = Math.min(MODULE, 0.9 * height / (symbol.dimension() + 12));
        held = new Held(random.nextDouble(-3, 3), 0, 0, module, WIDTH / 2.0, height / 2.0);
    }

    private void bend(double degrees) {
        double axis = random.nextInt(2) * 90 + random.nextDouble(-15, 15);
        surface = Surface.Cylinder.of(symbol.dimension() / StrictMath.toRadians(degrees), axis);
        held = held.sized(6).tilted(random.nextDouble(0, 20), random.nextDouble(0, FULL_CIRCLE));
        look = look.framed(4, 0, false);
    }

    private void crumple(double creaseHeight) {
        List<Crease> creases = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double direction = random.nextDouble(0, Math.PI);
            creases.add(new Crease(
                    creaseHeight * random.nextDouble(0.6, 1),
                    random.nextDouble(14, 34),
                    StrictMath.cos(direction),
                    StrictMath.sin(direction),
                    random.nextDouble(0, 1)));
        }
        surface = new Surface.Crumpled(creases);
        held = held.sized(6).tilted(random.nextDouble(15, 35), random.nextDouble(0, FULL_CIRCLE));
    }

    /// On a grid of as many columns as rows, or twice as many for two.
    private void many(int count) {
        int columns = count == 2 ? 2 : (int) Math.ceil(Math.sqrt(count));
        int rows = Math.ceilDiv(count, columns);
        for (int i = 0; i < count; i++) {
            Symbol code = Symbol.draw(random.nextInt(2, 5), ErrorCorrectionLevel.M, random);
            double cell = Math.min((double) WIDTH / columns, (double) height / rows);
            double module = Math.min(MODULE, 0.85 * cell / (code.dimension() + 12));
            Held where = held.turned(random.nextDouble(-5, 5))
                    .sized(module)
                    .at((i % columns + 0.5) * WIDTH / columns, (Math.floorDiv(i, columns) + 0.5) * height / rows);
            props.add(prop(code, where));
        }
    }

    private void light(Kind kind, double strength) {
        switch (kind) {
            case MOTION -> lens = new Lens(Lens.SHARP.defocus(), strength, random.nextDouble(0, FULL_CIRCLE));
            case DEFOCUS -> lens = new Lens(strength, 0, 0);
            case DIM -> sensor = sensor.contrast(strength).noisy(4);
            case GLARE -> reflect(strength);
            case SPOTS -> spots((int) strength);
            case SHADOW -> shade(strength);
            case JPEG -> {
                held = held.sized(3);
                sensor = sensor.compressed((int) strength);
            }
            case COMBO -> combine((int) strength);
            default -> throw new IllegalArgumentException(kind + " is not of light");
        }
    }

    private double side() {
        return held.module() * symbol.dimension();
    }

    private double near(double middle, double share) {
        return middle + side() * random.nextDouble(-share, share);
    }

    private void reflect(double share) {
        double radius = share * side();
        light = light.with(new Reflection(near(held.x(), 0.35), near(held.y(), 0.35), 0.6 * radius, 0.8 * radius, 1.5));
    }

    private void spots(int count) {
        for (int i = 0; i < count; i++) {
            double radius = side() * random.nextDouble(0.015, 0.04);
            light = light.with(
                    new Reflection(near(held.x(), 0.5), near(held.y(), 0.5), 0.6 * radius, 1.5 * radius, 1.5));
        }
    }

    private void shade(double depth) {
        double direction = random.nextDouble(0, 2 * Math.PI);
        light = light.with(new Shadow(
                near(held.x(), 0.3),
                near(held.y(), 0.3),
                StrictMath.cos(direction),
                StrictMath.sin(direction),
                depth,
                random.nextDouble(2, 12)));
    }

    private void combine(int step) {
        held = held.sized(MODULE + 1 - 0.4 * step).tilted(12 * step, random.nextDouble(0, FULL_CIRCLE));
        lens = new Lens(0.5 + 0.45 * step, 1.5 * step, random.nextDouble(0, FULL_CIRCLE));
        sensor = sensor.contrast(0.62 - 0.13 * step).noisy(1 + step).compressed(90 - 16 * step);
        light = light.sloping(0.3 * step, -0.2 * step);
    }

    private void print(Kind kind, double strength) {
        switch (kind) {
            case HOLES -> damage = Damage.upTo(strength, symbol, random);
            case INVERTED -> reversed(true, false, strength);
            case MIRRORED -> reversed(false, true, strength);
            case MOIRE -> screen(strength);
            case DOTS -> look = look.drawn(Shape.DOTS, strength);
            case ROUNDED -> look = look.drawn(Shape.ROUNDED, strength);
            case BUSY -> look = look.framed(strength, 24, true);
            default -> throw new IllegalArgumentException(kind + " is not of print");
        }
    }

    private void reversed(boolean inverted, boolean mirrored, double module) {
        look = look.reversed(inverted, mirrored);
        held = held.sized(module);
    }

    private void screen(double depth) {
        glows = true;
        moire = depth;
        look = look.framed(4, 6, false);
        held = held.sized(random.nextDouble(6, 8)).tilted(random.nextDouble(0, 12), random.nextDouble(0, FULL_CIRCLE));
    }

    /// What a telephone does to every picture, in one of two orientations.
    private void developed() {
        height = STILL_HEIGHT;
        held = held.turned(random.nextDouble(-12, 12)).at(WIDTH / 2.0, height / 2.0);
        lens = new Lens(random.nextDouble(0.6, 1.2), 0, 0);
        sensor = sensor.noisy(random.nextDouble(1, 3))
                .sharpened(random.nextDouble(0.4, 1.2))
                .compressed(random.nextInt(70, 93));
    }

    private void photograph(Kind kind, double strength) {
        developed();
        switch (kind) {
            case PRINTED -> {
                symbol = Symbol.draw((int) strength, LEVELS[random.nextInt(4)], random);
                double axis = random.nextDouble(0, FULL_CIRCLE);
                surface = random.nextBoolean()
                        ? Surface.Cylinder.of(symbol.dimension() / StrictMath.toRadians(random.nextDouble(8, 35)), axis)
                        : new Surface.Crumpled(List.of(crease(random.nextDouble(0.4, 1.2))));
                held = held.sized(0.8 * height / (symbol.dimension() + 12))
                        .tilted(random.nextDouble(0, 22), random.nextDouble(0, FULL_CIRCLE));
            }
            case CLOSE -> {
                held = held.turned(random.nextDouble(-2, 2))
                        .sized(strength * height / symbol.dimension())
                        .tilted(random.nextDouble(0, 4), random.nextDouble(0, FULL_CIRCLE));
                lens = new Lens(random.nextDouble(0.6, 3), 0, 0);
            }
            case SCREEN -> {
                glows = true;
                moire = strength;
                look = look.framed(4, 6, false);
                held = held.sized(random.nextDouble(0.5, 0.85) * height / (symbol.dimension() + 8))
                        .tilted(random.nextDouble(0, 15), random.nextDouble(0, FULL_CIRCLE));
            }
            case CROWD -> crowd((int) strength);
            case FLASH -> {
                held = held.sized(random.nextDouble(4, 12))
                        .tilted(random.nextDouble(0, 25), random.nextDouble(0, FULL_CIRCLE));
                double radius = side() * Math.sqrt(strength / Math.PI);
                light = light.with(
                        new Reflection(near(held.x(), 0.4), near(held.y(), 0.4), 0.8 * radius, 0.9 * radius, 2.5));
            }
            default -> throw new IllegalArgumentException(kind + " is not a photograph");
        }
    }

    private Crease crease(double creaseHeight) {
        double direction = random.nextDouble(0, Math.PI);
        double along = StrictMath.cos(direction);
        double across = StrictMath.sin(direction);
        return new Crease(creaseHeight, random.nextDouble(30, 90), along, across, random.nextDouble(0, 1));
    }

    /// Rows and columns with nothing but their quiet zones between them.
    private void crowd(int count) {
        int columns = (int) Math.ceil(Math.sqrt(count * 4 / 3.0));
        int rows = Math.ceilDiv(count, columns);
        double cell = Math.min((double) WIDTH / columns, (double) height / rows);
        look = look.framed(4, 0, false);
        for (int i = 0; i < count; i++) {
            Symbol code = Symbol.draw(random.nextInt(1, 4), ErrorCorrectionLevel.M, random);
            Held where = held.sized(0.95 * cell / (code.dimension() + 8))
                    .turned(random.nextDouble(-3, 3))
                    .at((i % columns + 0.5) * WIDTH / columns, (Math.floorDiv(i, columns) + 0.5) * height / rows);
            props.add(prop(code, where));
        }
    }

    private void spoil(Kind kind, double strength) {
        developed();
        held = held.sized(random.nextDouble(4, 14)).tilted(random.nextDouble(0, 30), random.nextDouble(0, FULL_CIRCLE));
        switch (kind) {
            case TORN -> tear(strength);
            case SCRIBBLED -> scribble((int) strength);
            case FRAMELESS ->
                look = look.framed(0, 8, true)
                        .grounded(Sheet.PAPER + strength * (Sheet.INK - Sheet.PAPER) * random.nextDouble(0.8, 1));
            case TINTED -> {
                double ink = random.nextDouble(0.12, 0.35);
                // The tone curve makes an equal step of light smaller the lighter it is.
                look = look.inked(new Sheet.Inks(ink, Math.min(0.9, ink + 2 * strength), 0.3 * strength));
            }
            case LOGO -> {
                symbol = Symbol.draw(random.nextInt(3, 8), LEVELS[random.nextInt(2, 4)], random);
                double middle = symbol.dimension() / 2.0;
                Damage.Patch patch = new Damage.Patch(middle, middle, strength * symbol.dimension());
                damage = new Damage(List.of(patch, patch.picture()), 0);
            }
            default -> throw new IllegalArgumentException(kind + " does not spoil");
        }
    }

    /// Takes a corner with a finder away along a slanting line, or covers it.
    private void tear(double share) {
        symbol = Symbol.draw(random.nextInt(3, 8), LEVELS[random.nextInt(1, 4)], random);
        int d = symbol.dimension();
        int corner = random.nextInt(3);
        double signU = corner == 1 ? 1 : -1;
        double signV = corner == 2 ? 1 : -1;
        double slant = random.nextDouble(0.15, Math.PI / 2 - 0.15);
        double normalU = signU * StrictMath.cos(slant);
        double normalV = signV * StrictMath.sin(slant);
        double cornerU = signU > 0 ? d : 0;
        double cornerV = signV > 0 ? d : 0;
        double depth = share * 7 * (Math.abs(normalU) + Math.abs(normalV));
        double shade = switch (random.nextInt(3)) {
            case 0 -> Texture.NOTHING;
            case 1 -> random.nextDouble(0.2, 0.4);
            default -> Sheet.PAPER;
        };
        damage = new Damage(
                List.of(new Damage.Tear(
                        cornerU - depth * normalU,
                        cornerV - depth * normalV,
                        normalU,
                        normalV,
                        random.nextDouble(0, 6),
                        shade)),
                0);
    }

    private void scribble(int strokes) {
        symbol = Symbol.draw(random.nextInt(3, 8), LEVELS[random.nextInt(1, 4)], random);
        int d = symbol.dimension();
        List<Damage.Mark> marks = new ArrayList<>();
        double u = random.nextDouble(0, d);
        double v = random.nextDouble(0, d);
        double width = random.nextDouble(0.4, 1.1);
        double shade = random.nextBoolean() ? Sheet.INK : random.nextDouble(0.1, 0.3);
        for (int i = 0; i < strokes; i++) {
            double toU = random.nextDouble(-3, d + 3);
            double toV = random.nextDouble(-3, d + 3);
            marks.add(new Damage.Stroke(u, v, toU, toV, width, shade));
            u = toU;
            v = toV;
        }
        damage = new Damage(marks, 0);
    }
}
