package org.seatside.service.lms;

import java.util.Map;

/// The way to a learning management system. Thread-safe; each call ends within a minute.
public interface ScoreSender {
    /// Users of the course by student number; empty where it does not say.
    Map<String, String> users(LmsCourse course) throws LmsException;

    /// Tells a score; told again, it replaces the one before.
    void post(LmsCourse course, LmsScore score) throws LmsException;
}
