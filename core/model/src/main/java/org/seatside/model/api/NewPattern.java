package org.seatside.model.api;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.Window;

/// A weekly class to add, as [org.seatside.model.roster.MeetingPattern] describes it.
///
/// @param exceptions null for none
public record NewPattern(
        SectionId section,
        RoomId room,
        DayOfWeek weekday,
        LocalTime startsAt,
        int minutes,
        LocalDate from,
        LocalDate until,
        @Nullable List<MeetingException> exceptions,
        @Nullable Window window) {}
