package org.seatside.service.gateway;

import java.time.Instant;
import org.seatside.model.id.CheckInId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;

/// The institution's own attendance service. Implementations are thread-safe, never follow a redirect off the
/// configured host, and never log what they send.
public interface AttendanceGateway {
    /// Constant name in configuration and summaries.
    String kind();

    /// Whether the service can be told of attendance in this room.
    boolean knows(Room room);

    /// Calls the service once and waits for its answer, at most the configured time.
    Answer send(Call call);

    /// One attendance to pass on.
    ///
    /// @param id the same at every attempt
    /// @param at when the student checked in: the original time at every attempt
    record Call(CheckInId id, Student student, Room room, Instant at) {
        @Override
        public String toString() {
            return "Call[id=" + id + "]";
        }
    }

    /// What came of a call.
    sealed interface Answer {
        record Accepted() implements Answer {}

        /// The service said no, and would again.
        ///
        /// @param code constant, for staff
        record Rejected(String code) implements Answer {}

        /// Nobody knows whether it counted: a time-out, a broken connection, a server error.
        ///
        /// @param code constant, for staff
        record Unknown(String code) implements Answer {}
    }
}
