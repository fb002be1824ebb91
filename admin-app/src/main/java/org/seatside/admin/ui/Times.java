package org.seatside.admin.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import org.seatside.fx.Messages;

/// Times as `09:02` and days as `2026-03-02 (월)`, in the campus's time zone and the language shown.
public record Times(ZoneId zone, Messages messages) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    public String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }

    public String day(LocalDate day) {
        String weekday = day.getDayOfWeek()
                .getDisplayName(TextStyle.SHORT, messages.language().get());
        return day + " (" + weekday + ")";
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    public String dayAndTime(Instant at) {
        return day(at) + " " + time(at);
    }
}
