package org.seatside.bench.generate;

import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.List;
import java.util.SplittableRandom;
import org.seatside.bench.generate.Pose.Held;
import org.seatside.bench.generate.Sheet.Look;
import org.seatside.qr.Luminance;
import org.seatside.qr.Reading.Corner;

/// One sheet or phone before one room, shot again and again from changing places through a changing lens: what video
/// is made of. The same seed gives the same room and code.
public final class Still {
    public static final int WIDTH = 1280;
    public static final int HEIGHT = 720;

    private static final double SHADE = 0.2;
    private static final double DIMMEST = 0.2;

    private final Room room;
    private final Sheet sheet;
    private final boolean phone;
    private final Light light;
    private final Sensor sensor;

    /// How it is shot.
    ///
    /// @param x of the code's middle, pixels
    /// @param turn in the picture, degrees
    /// @param tilt away from the camera, degrees, around an axis of this direction
    /// @param side of the code where it is not tilted, pixels
    /// @param defocus radius of the disc that a point becomes, pixels
    /// @param motion length of the line that a point becomes, pixels
    /// @param exposure 1 is right, more is too bright
    public record Shot(
            double x,
            double y,
            double turn,
            double tilt,
            double tiltAxis,
            double side,
            double defocus,
            double motion,
            double motionDirection,
            double exposure) {}

    private Still(Room room, Sheet sheet, boolean phone, Light light, Sensor sensor) {
        this.room = room;
        this.sheet = sheet;
        this.phone = phone;
        this.light = light;
        this.sensor = sensor;
    }

    /// A printed card or a phone with a code as long as a pass, in bright or poor light, in every third below a lamp.
    public static Still draw(SplittableRandom random) {
        Room room = Room.draw(WIDTH, HEIGHT, random);
        boolean phone = random.nextBoolean();
        Symbol symbol =
                Symbol.draw(random.nextInt(5, 8), phone ? ErrorCorrectionLevel.M : ErrorCorrectionLevel.Q, random);
        Look look = Look.PLAIN.framed(4, phone ? 5 : 8, !phone);
        Light slope = Light.EVEN.sloping(random.nextDouble(-SHADE, SHADE), random.nextDouble(-SHADE, SHADE));
        Light light = random.nextInt(3) > 0 ? slope : slope.with(lamp(random));
        Sensor sensor = Sensor.GOOD
                .contrast(random.nextDouble(DIMMEST, Sensor.full()))
                .noisy(random.nextDouble(1.5, 4.5))
                .compressed(80);
        return new Still(room, new Sheet(symbol, look, Damage.NONE), phone, light, sensor);
    }

    /// A reflection that stays where it is in the picture while the sheet moves below it.
    private static Light.Reflection lamp(SplittableRandom random) {
        double x = WIDTH * random.nextDouble(0.4, 0.6);
        double y = HEIGHT * random.nextDouble(0.4, 0.6);
        return new Light.Reflection(x, y, random.nextDouble(10, 25), 40, 1.2);
    }

    public String text() {
        return sheet.symbol().text();
    }

    /// Modules a side of the code.
    public int dimension() {
        return sheet.symbol().dimension();
    }

    public Luminance shoot(Shot shot, SplittableRandom random) {
        Lens lens = new Lens(shot.defocus(), shot.motion(), shot.motionDirection());
        return new Scene(
                        WIDTH,
                        HEIGHT,
                        room,
                        List.of(prop(shot)),
                        light,
                        lens,
                        sensor.exposed(shot.exposure()),
                        phone ? 0.08 : 0)
                .shoot(random);
    }

    /// Whether the code with its quiet zone is in the picture.
    public boolean whollyVisible(Shot shot) {
        Prop prop = prop(shot);
        double reach = sheet.quietReach();
        for (int corner = 0; corner < 4; corner++) {
            Corner at = prop.seen(corner % 2 == 0 ? -reach : reach, corner < 2 ? -reach : reach);
            if (at.x() < 0 || at.y() < 0 || at.x() > WIDTH || at.y() > HEIGHT) {
                return false;
            }
        }
        return true;
    }

    private Prop prop(Shot shot) {
        double module = shot.side() / dimension();
        Held held = new Held(shot.turn(), shot.tilt(), shot.tiltAxis(), module, shot.x(), shot.y());
        return new Prop(sheet, new Surface.Flat(), new Pose(held, WIDTH, HEIGHT), phone);
    }
}
