package org.seatside.bench.sequence;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.seatside.bench.generate.Still;
import org.seatside.bench.generate.Still.Shot;
import org.seatside.qr.Luminance;

/// A hand slides a card or a phone into view, holds it unsteadily and takes it away, at 15 frames a second. The
/// autofocus hunts past the right distance and back, the exposure settles. Frames are drawn when they are asked for.
public final class Video implements Footage {
    private static final int LEAST_HELD = 2 * FRAMES_PER_SECOND;
    private static final int EMPTY_AHEAD = 4;

    /// Share of the time between frames that the shutter is open.
    private static final double SHUTTER = 0.25;

    private final long seed;
    private final Still still;
    private final List<Shot> shots;

    private Video(long seed, Still still, List<Shot> shots) {
        this.seed = seed;
        this.still = still;
        this.shots = shots;
    }

    /// The same seed and number give the same video.
    public static Video draw(long seed, int number) {
        SplittableRandom random = new SplittableRandom(seed ^ (number * 0x9e3779b97f4a7c15L));
        Still still = Still.draw(random);
        return new Video(random.nextLong(), still, new Hand(still.dimension(), random).shots(LEAST_HELD, EMPTY_AHEAD));
    }

    @Override
    public int frames() {
        return shots.size();
    }

    @Override
    public String text() {
        return still.text();
    }

    @Override
    public Luminance frame(int index) {
        return still.shoot(shots.get(index), new SplittableRandom(seed + index));
    }

    @Override
    public int shownSince() {
        return firstWhole(0);
    }

    /// Blur and motion below a module, less than 30 % too bright or too dark.
    @Override
    public int clearSince() {
        for (int i = shownSince(); i < shots.size(); i++) {
            Shot shot = shots.get(i);
            double module = shot.side() / still.dimension();
            boolean sharp = 2 * shot.defocus() < module && shot.motion() < module;
            if (sharp && still.whollyVisible(shot) && shot.exposure() < 1.3 && shot.exposure() > 0.7) {
                return i;
            }
        }
        return shots.size();
    }

    /// The first frame after these that no longer shows the whole code.
    public int goneSince() {
        int index = shownSince();
        while (index < shots.size() && still.whollyVisible(shots.get(index))) {
            index++;
        }
        return index;
    }

    private int firstWhole(int from) {
        int index = from;
        while (index < shots.size() && !still.whollyVisible(shots.get(index))) {
            index++;
        }
        return index;
    }

    /// The way of the hand and the camera's answers to it.
    private static final class Hand {
        private final SplittableRandom random;
        private final double side;
        private final double tremor;
        private final double[] place;
        private final double[] edge;
        private final double[] drift = new double[4];
        private double turn;
        private final double tiltAxis;
        private double tilt;
        private double defocus;
        private double exposure;

        Hand(int dimension, SplittableRandom random) {
            this.random = random;
            side = dimension * random.nextDouble(2.6, 6.5);
            tremor = random.nextDouble(0.4, 3);
            place = new double[] {
                Still.WIDTH * random.nextDouble(0.42, 0.58), Still.HEIGHT * random.nextDouble(0.45, 0.55)
            };
            boolean below = random.nextBoolean();
            edge = new double[] {
                below ? place[0] + random.nextDouble(-200, 200) : (random.nextBoolean() ? -side : Still.WIDTH + side),
                below ? Still.HEIGHT + side : place[1] + random.nextDouble(0, 150)
            };
            turn = random.nextDouble(-25, 25);
            tiltAxis = random.nextDouble(0, 360);
            tilt = random.nextDouble(0, 40);
            defocus = random.nextDouble(2.5, 6);
            exposure = random.nextDouble(1.2, 1.9);
        }

        List<Shot> shots(int held, int emptyAhead) {
            int coming = random.nextInt(8, 24);
            int all = emptyAhead + coming + held + coming;
            int settled = emptyAhead + coming + random.nextInt(2, 9);
            List<Shot> shots = new ArrayList<>();
            double[] last = at(-1, coming);
            for (int i = 0; i < all; i++) {
                int step = i - emptyAhead;
                double[] now = at(step < coming + held ? step : 2 * coming + held - step, coming);
                tremble();
                now[0] += drift[0];
                now[1] += drift[1];
                if (2 * step > coming) {
                    focus(settled - i);
                }
                double dx = (now[0] - last[0]) * SHUTTER;
                double dy = (now[1] - last[1]) * SHUTTER;
                double direction = StrictMath.toDegrees(StrictMath.atan2(dy, dx));
                shots.add(new Shot(
                        now[0],
                        now[1],
                        turn + drift[2],
                        Math.abs(tilt + drift[3]),
                        tiltAxis,
                        side,
                        Math.max(0.6, defocus),
                        Math.sqrt(dx * dx + dy * dy),
                        direction,
                        exposure));
                last = now;
            }
            return shots;
        }

        /// On the way from the edge to its place, slower at both ends.
        private double[] at(int step, int coming) {
            double t = Math.clamp((double) step / coming, 0, 1);
            double way = t * t * (3 - 2 * t);
            return new double[] {edge[0] + way * (place[0] - edge[0]), edge[1] + way * (place[1] - edge[1])};
        }

        /// Each frame keeps most of the last one's drift: a hand shakes around where it means to be.
        private void tremble() {
            double[] reach = {3.5, 3.5, 1.2, 1.5};
            for (int i = 0; i < drift.length; i++) {
                drift[i] = 0.8 * drift[i] + tremor * reach[i] * random.nextDouble(-1, 1);
            }
        }

        /// Begins when the sheet is half way in. Until it has settled, the focus swings past the right place and
        /// back, ever less; then it stays.
        private void focus(int framesLeft) {
            if (framesLeft > 0) {
                defocus = Math.abs(defocus - 1.1 * random.nextDouble(0.3, 1));
                exposure += (1 - exposure) * 0.18;
            } else {
                defocus *= 0.35;
                exposure += (1 - exposure) * 0.4;
            }
        }
    }
}
