package org.seatside.bench.generate;

import java.util.Locale;
import java.util.SplittableRandom;
import org.seatside.qr.Luminance;

/// Frames that cost a reader the most, whether they show a code or not.
public enum WorstKind {
    /// Each pixel by chance.
    NOISE {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            return noise(1280, 720, random);
        }
    },
    NOISE_8K {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            return noise(7680, 4320, random);
        }
    },
    FORTY_CODES {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            return generator.frame(Kind.CROWD, CODES, number).picture();
        }
    },
    FORTY_CODES_8K {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            return enlarged(generator.frame(Kind.CROWD, CODES, number).picture(), 6);
        }
    },
    /// Forty codes under noise that hides them.
    FORTY_SPOILT {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            byte[] pixels = generator
                    .frame(Kind.CROWD, CODES, number)
                    .picture()
                    .pixels()
                    .clone();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) ((pixels[i] & 0xff) / 2 + random.nextInt(128));
            }
            return Luminance.of(pixels, 1280, pixels.length / 1280);
        }
    },
    /// Letters of nine pixels.
    DENSE_TEXT {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            int left = random.nextInt(1_000_000);
            return printed((x, y) -> Prints.text((left + x) / 1.3, y / 1.3));
        }
    },
    NEAR_FINDERS {
        @Override
        Luminance draw(FrameGenerator generator, SplittableRandom random, int number) {
            int left = random.nextInt(1_000_000);
            return printed((x, y) -> Prints.nearFinders((left + x) / 2.2, y / 2.2));
        }
    };

    private static final int CODES = 40;

    /// As it is written in tables.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract Luminance draw(FrameGenerator generator, SplittableRandom random, int number);

    private interface Print {
        boolean dark(int x, int y);
    }

    private static Luminance printed(Print print) {
        byte[] pixels = new byte[1280 * 720];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (print.dark(i % 1280, i / 1280) ? 25 : 230);
        }
        return Luminance.of(pixels, 1280, 720);
    }

    private static Luminance noise(int width, int height, SplittableRandom random) {
        byte[] pixels = new byte[width * height];
        random.nextBytes(pixels);
        return Luminance.of(pixels, width, height);
    }

    private static Luminance enlarged(Luminance picture, int times) {
        int width = picture.width() * times;
        int height = picture.height() * times;
        byte[] pixels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = picture.pixels()[y / times * picture.stride() + x / times];
            }
        }
        return Luminance.of(pixels, width, height);
    }
}
