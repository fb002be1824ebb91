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
}
