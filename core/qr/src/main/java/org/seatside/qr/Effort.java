package org.seatside.qr;

/// How hard to try: which stages run, and for how long a further one may start. A level without a time limit
/// reads the same in a picture whatever was read before.
///
/// @param level 0 (one quick pass) to 9 (everything there is); each level contains the ones below it
/// @param deadlineMillis our own engine stops this many milliseconds after the call, whatever it is doing; of the other
///     decoders none starts later, but the one under way is not cut off
public record Effort(int level, long deadlineMillis) {
    public static final int MAX_LEVEL = 9;

    /// For a frame of live video: the cheap passes. A [LiveReader] adds the dear ones in turn, frame by frame.
    public static final Effort LIVE = new Effort(2, 60);

    /// For a still picture that somebody waits for.
    public static final Effort STILL = new Effort(MAX_LEVEL, 1_500);

    public Effort {
        if (level < 0 || level > MAX_LEVEL) {
            throw new IllegalArgumentException("effort must be 0 to " + MAX_LEVEL + ", not " + level);
        }
        if (deadlineMillis < 0) {
            throw new IllegalArgumentException("a deadline cannot be negative: " + deadlineMillis);
        }
    }

    /// The level without a time limit.
    public static Effort untimed(int level) {
        return new Effort(level, Long.MAX_VALUE);
    }
}
