package org.seatside.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.seatside.testkit.Seeds;

/// Sequences of a code that is held badly, each frame another place and another noise, and what is seen of it.
class SightTest {
    private static final String TEXT = "DP1:PC2X507H0QS0+B1VH0WNDZ/BDVI GQ QTRGL:FW-SL9AM.310EVHGT/ FLB94Q5C+A";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 360;
    private static final int FRAMES = 16;
    private static final long FRAME = 66_666_667;

    /// Of the picture that a code is drawn in before it is made smaller.
    private static final int FINE = 8;

    private final Random random = new Random(Seeds.next());
    private final LiveReader reader = new LiveReader(Plan.standard(), null, () -> 0);
    private long nanos;

    @Test
    void aCodeThatIsReadIsSeenAsRead() {
        assertTrue(share(see(4, 120, 90, 0), Sight.Read.class::isInstance) > 0.7);
    }

    @Test
    void anEmptyFrameShowsNothing() {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (100 + i / WIDTH / 6 + random.nextInt(9));
        }
        Luminance empty = Luminance.of(pixels, WIDTH, HEIGHT);
        List<Sight> seen = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            reader.read(empty, i * FRAME);
            seen.add(reader.sight(empty, i * FRAME));
        }

        assertEquals(List.of(Sight.NOTHING), seen.stream().distinct().toList());
    }

    @Test
    void aCodeTooSmallForItsPartsIsSeenAsTiny() {
        List<Sight> seen = see(0.9, 200, 150, 0);

        List<Sight> tiny = seen.stream().filter(Sight.Tiny.class::isInstance).toList();
        assertTrue(tiny.size() >= 3, seen::toString);
        for (Sight each : tiny) {
            Sight.Tiny it = (Sight.Tiny) each;
            assertTrue(Math.hypot(it.x() - 221, it.y() - 171) < 30, it::toString);
            assertTrue(it.side() > 24 && it.side() < 70, it::toString);
        }
    }

    @Test
    void aBlurredCodeIsSeenAsBlurred() {
        List<Sight> seen = new ArrayList<>(see(4, 120, 90, 3));
        seen.addAll(see(4, 150, 70, 3));

        List<Sight> blurred = seen.stream()
                .filter(sight -> sight instanceof Sight.Unread unread && unread.whole() && unread.blur() > 1.1)
                .toList();
        assertTrue(blurred.size() >= 4, seen::toString);
        assertEquals(0, share(seen, Sight.Read.class::isInstance));
    }

    @Test
    void aCodeHalfInSightIsNotWhole() {
        List<Sight> seen = see(6, WIDTH - 150, 60, 0);

        assertTrue(share(seen, sight -> sight instanceof Sight.Unread unread && !unread.whole()) > 0.5, seen::toString);
    }

    private static double share(List<Sight> seen, Predicate<Sight> wanted) {
        return (double) seen.stream().filter(wanted).count() / seen.size();
    }

    /// @param module pixels
    /// @param left of the code, which trembles by two pixels
    /// @param blur how often the picture is blurred over three by three pixels
    private List<Sight> see(double module, int left, int top, int blur) {
        Luminance code = DrawnCode.of(TEXT, FINE);
        List<Sight> seen = new ArrayList<>();
        for (int i = 0; i < FRAMES; i++) {
            Luminance frame =
                    frame(code, module / FINE, left + 2 * random.nextDouble(), top + 2 * random.nextDouble(), blur);
            nanos += FRAME;
            reader.read(frame, nanos);
            seen.add(reader.sight(frame, nanos));
        }
        return seen;
    }

    private Luminance frame(Luminance code, double scale, double left, double top, int blur) {
        byte[] pixels = new byte[WIDTH * HEIGHT];
        Arrays.fill(pixels, (byte) 110);
        int samples = 3;
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int sum = 0;
                for (int s = 0; s < samples * samples; s++) {
                    int u = (int) Math.floor((x + (s % samples + 0.5) / samples - left) / scale);
                    int v = (int) Math.floor((y + (Math.floorDiv(s, samples) + 0.5) / samples - top) / scale);
                    boolean inside = u >= 0 && v >= 0 && u < code.width() && v < code.height();
                    sum += inside ? code.pixels()[v * code.width() + u] & 0xff : 110;
                }
                pixels[y * WIDTH + x] = (byte) (sum / samples / samples);
            }
        }
        for (int i = 0; i < blur * 4; i++) {
            pixels = softened(pixels);
        }
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp((pixels[i] & 0xff) + random.nextInt(7) - 3, 0, 255);
        }
        return Luminance.of(pixels, WIDTH, HEIGHT);
    }

    private static byte[] softened(byte[] pixels) {
        byte[] soft = pixels.clone();
        for (int y = 1; y < HEIGHT - 1; y++) {
            for (int x = 1; x < WIDTH - 1; x++) {
                int sum = 0;
                for (int s = 0; s < 9; s++) {
                    sum += pixels[(y + s / 3 - 1) * WIDTH + x + s % 3 - 1] & 0xff;
                }
                soft[y * WIDTH + x] = (byte) (sum / 9);
            }
        }
        return soft;
    }
}
