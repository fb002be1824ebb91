package org.seatside.model.api;

import java.time.Instant;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;

/// A class with registered students that meets where no kiosk works.
///
/// @param next start of its next meeting there
/// @param meetings how many there are in the days looked at
/// @param students how many registered students it has
public record RoomWarning(
        SectionId section,
        String sectionTitle,
        RoomId room,
        String roomName,
        Instant next,
        int meetings,
        int students,
        Reason reason) {
    /// What is wrong in the room.
    public enum Reason {
        /// No paired kiosk stands there.
        NO_KIOSK,
        /// None of those there was heard of within a day.
        SILENT,
        /// Those heard of have no picture.
        NO_CAMERA
    }
}
