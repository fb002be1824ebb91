package org.seatside.kiosk.checkin;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.RoomId;

/// The halves of a visit, while one waits for the other. Thread-safe; nothing here takes time, so the screen's
/// thread may call while a check-in is being decided.
final class Visit {
    /// @param shown when the student was identified: it counts even if the room comes later
    record Student(Identification how, String text, KioskTime shown, Instant since) {}

    record Room(RoomId id, String text, Instant since) {}

    private @Nullable Student student;
    private @Nullable Room room;

    synchronized Optional<Student> student() {
        return Optional.ofNullable(student);
    }

    synchronized Optional<Room> room() {
        return Optional.ofNullable(room);
    }

    synchronized void keep(Student shown) {
        student = shown;
    }

    synchronized void keep(Room shown) {
        room = shown;
    }

    synchronized void forgetStudent() {
        student = null;
    }

    synchronized void forgetRoom() {
        room = null;
    }

    synchronized void forget() {
        student = null;
        room = null;
    }

    synchronized void forgetBefore(Instant oldest) {
        if (student != null && student.since().isBefore(oldest)) {
            student = null;
        }
        if (room != null && room.since().isBefore(oldest)) {
            room = null;
        }
    }
}
