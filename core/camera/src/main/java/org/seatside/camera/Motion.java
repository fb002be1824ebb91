package org.seatside.camera;

import java.util.Arrays;

/// Tells whether something moves before a camera that stands still, for some 60,000 of a frame's pixels: the
/// means of blocks against what each block has shown lately.
///
/// A lamp that flickers, or an exposure that changes, makes all blocks of a row brighter by the same factor
/// (a rolling shutter reads row by row), so each row is first scaled by the median of its blocks' ratios.
/// What then remains counts where it is beyond what the block always does: noise and leaves at a window are
/// learned in some seconds.
///
/// One thread; allocates only where the frames' size changes.
public final class Motion {
    private static final int ACROSS = 40;
    private static final int SAMPLES = 8;

    /// Blocks that must differ: a card far away covers a handful.
    private static final int LEAST_BLOCKS = 3;

    private static final float LEAST_CHANGE = 4;
    private static final float USUAL_CHANGES = 7;
    private static final float LEARNING = 0.1f;
    private static final float DARK = 8;

    private int width;
    private int height;
    private int down;
    private float[] known = new float[0];
    private float[] usual = new float[0];
    private final float[] row = new float[ACROSS];
    private final float[] ratios = new float[ACROSS];

    /// Whether something moved since the frames before. True for the first frame and the first of another size.
    public boolean moved(Frame frame) {
        if (frame.width() != width || frame.height() != height) {
            begin(frame);
            return true;
        }
        int moved = 0;
        for (int y = 0; y < down; y++) {
            means(frame, y);
            moved += changed(y);
        }
        return moved >= LEAST_BLOCKS;
    }

    private void begin(Frame frame) {
        width = frame.width();
        height = frame.height();
        down = Math.max(1, Math.round((float) ACROSS * height / width));
        known = new float[ACROSS * down];
        usual = new float[ACROSS * down];
        for (int y = 0; y < down; y++) {
            means(frame, y);
            System.arraycopy(row, 0, known, y * ACROSS, ACROSS);
        }
    }

    /// The means of 8x8 pixels of each block of a row.
    private void means(Frame frame, int y) {
        byte[] pixels = frame.luminance();
        for (int x = 0; x < ACROSS; x++) {
            int sum = 0;
            for (int j = 0; j < SAMPLES; j++) {
                int from = (y * SAMPLES + j) * height / (down * SAMPLES) * width;
                for (int i = 0; i < SAMPLES; i++) {
                    sum += pixels[from + (x * SAMPLES + i) * width / (ACROSS * SAMPLES)] & 255;
                }
            }
            row[x] = (float) sum / (SAMPLES * SAMPLES);
        }
    }

    /// Counts the blocks of a row that changed, and learns.
    private int changed(int y) {
        for (int x = 0; x < ACROSS; x++) {
            ratios[x] = (row[x] + DARK) / (known[y * ACROSS + x] + DARK);
        }
        Arrays.sort(ratios);
        float gain = ratios[ACROSS / 2];
        int changed = 0;
        for (int x = 0; x < ACROSS; x++) {
            int block = y * ACROSS + x;
            float change = Math.abs(row[x] + DARK - gain * (known[block] + DARK));
            float most = Math.max(LEAST_CHANGE, USUAL_CHANGES * usual[block]);
            changed += change > most ? 1 : 0;
            // What happens once is no habit.
            usual[block] += LEARNING / 2 * (Math.min(change, most) - usual[block]);
            known[block] += LEARNING * (row[x] - known[block]);
        }
        return changed;
    }
}
