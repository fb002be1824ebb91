package org.seatside.bench.disturb;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.ReaderSettings;
import org.seatside.qr.Reading;

/// Makes pictures harder to read. The same picture, name, disturbance and seed give the same picture again.
/// Not thread-safe.
public final class Disturber {
    private static final int LARGEST = 1280;

    private final QrReader reader = new QrReader(ReaderSettings.JVM_ONLY);
    private final long seed;

    public Disturber(long seed) {
        this.seed = seed;
    }

    /// A picture and where its code lies, as far as it can be read as it is.
    public final class Original {
        private final Luminance picture;
        private final String name;
        private final Place place;

        private Original(Luminance picture, String name, Place place) {
            this.picture = picture;
            this.name = name;
            this.place = place;
        }

        /// The picture, disturbed: no side longer than 1280 pixels.
        public Luminance disturbed(Disturbance disturbance) {
            RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom")
                    .create(seed ^ (31L * name.hashCode() + disturbance.label().hashCode()) * 0x9E3779B97F4A7C15L);
            return disturbance
                    .apply(Canvas.of(picture), place, random)
                    .luminance()
                    .shrunkTo(LARGEST);
        }
    }

    /// @param name tells pictures apart
    public Original original(Luminance picture, String name) {
        List<Reading> readings = reader.read(picture, Effort.untimed(Effort.MAX_LEVEL));
        boolean known = !readings.isEmpty() && readings.getFirst().corners().size() == 4;
        Place place = known ? Place.of(readings.getFirst().corners()) : Place.middle(picture);
        return new Original(picture, name, place);
    }
}
