package org.seatside.model.api;

import java.time.LocalDate;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Student;

/// A student whose attendance of a class fell below what its rule asks for. Staff see it first, and decide.
///
/// @param percent of what could be earned in the meetings on record
/// @param below what the rule says
/// @param meetings on record that count
/// @param day on which it was noticed
public record LowAttendance(
        Student student,
        SectionId section,
        String sectionTitle,
        int percent,
        int below,
        int meetings,
        LocalDate day,
        State state) {
    /// How far staff have come with it.
    public enum State {
        NEW,
        SEEN,
        /// The student sees it too.
        TOLD
    }
}
