package org.seatside.service.lms;

import java.time.Instant;

/// What a student earned in a section so far.
///
/// @param user as the learning management system calls the student
/// @param percent of what could be earned, 0 to 100
public record LmsScore(String user, int percent, Instant at) {
    @Override
    public String toString() {
        return "LmsScore[" + percent + "]";
    }
}
