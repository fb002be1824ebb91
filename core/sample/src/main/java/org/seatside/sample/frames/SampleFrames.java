package org.seatside.sample.frames;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// Draws frames of 1280 x 720 pixels. Not thread-safe where its random generator is not.
public final class SampleFrames {
    private final RandomGenerator random;

    /// @param random draws the sensor's noise
    public SampleFrames(RandomGenerator random) {
        this.random = random;
    }

    /// How something is held.
    public enum Held {
        /// Straight, near, well lit.
        PLAIN,
        /// Turned in the hand and tilted away.
        TILTED,
        /// At arm's length.
        SMALL,
        /// In a dark room, with a noisy sensor.
        DIM,
        /// Not quite in focus.
        SOFT
    }

    private static Scene scene(Held held) {
        return switch (held) {
            case PLAIN -> Scene.plain();
            case TILTED -> Scene.plain().at(0.52, 0.5, 0.62).turned(-14, 28);
            case SMALL -> Scene.plain().at(0.6, 0.45, 0.3);
            case DIM -> Scene.plain().at(0.47, 0.53, 0.6).turned(6, 0).lit(0.22, 0, 4);
            case SOFT -> Scene.plain().at(0.45, 0.5, 0.66).turned(9, 12).lit(0.85, 1, 3);
        };
    }

    /// Nobody there.
    public BufferedImage empty() {
        return Scene.plain().empty(random);
    }

    /// A printed card.
    ///
    /// @param text up to what a QR code holds
    /// @param line a few words printed beside the code
    public BufferedImage card(String text, String line, Held held) {
        return scene(held).show(Prop.card(text, line), random);
    }

    /// A phone showing its code.
    public BufferedImage phone(String text, Held held) {
        Scene near = scene(held);
        Scene scene = near.at(near.x(), near.y(), Math.min(0.95, near.height() * 1.45));
        return scene.show(Prop.phone(text), random);
    }

    /// A sheet of paper with a code, such as a room's tag.
    public BufferedImage sheet(String text, Held held) {
        return scene(held).show(Prop.sheet(text), random);
    }
}
