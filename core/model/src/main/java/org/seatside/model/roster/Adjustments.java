package org.seatside.model.roster;

import org.seatside.model.attendance.Profile;

/// What was agreed with a student: needs and preferences, never a reason for them and never a diagnosis.
///
/// @param extraMinutes by which a meeting turns late and closes later for this student, 0 to 240
/// @param profile how a kiosk meets the student
public record Adjustments(int extraMinutes, Profile profile) {
    public static final Adjustments NONE = new Adjustments(0, Profile.PLAIN);
}
