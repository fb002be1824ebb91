package org.seatside.model.roster;

/// When a meeting takes attendance, in minutes around its start.
///
/// @param opensBeforeMinutes minutes before the start from which it counts, 0 to 240
/// @param lateAfterMinutes minutes after the start until which it is in time, 0 to 240
/// @param closesAfterMinutes minutes after the start until which it counts, `lateAfterMinutes` to 960
public record Window(int opensBeforeMinutes, int lateAfterMinutes, int closesAfterMinutes) {
    /// Where nobody said otherwise.
    public static final Window DEFAULT = new Window(10, 10, 60);

    private static final int MAX = 240;
    private static final int LAST = 960;

    public Window {
        if (opensBeforeMinutes < 0
                || opensBeforeMinutes > MAX
                || lateAfterMinutes < 0
                || lateAfterMinutes > MAX
                || closesAfterMinutes < lateAfterMinutes
                || closesAfterMinutes > LAST) {
            throw new IllegalArgumentException("Minutes of a window are 0 to 240; it closes after it turns late, within"
                    + " 960 minutes of the start");
        }
    }
}
