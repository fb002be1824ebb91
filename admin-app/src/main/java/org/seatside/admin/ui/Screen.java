package org.seatside.admin.ui;

import org.kordamp.ikonli.Ikon;

/// The tasks of the app, in the order of the navigation.
public enum Screen {
    TODAY("nav.today", 1),
    STUDENTS("nav.students", 2),
    ROOMS("nav.rooms", 3),
    KIOSKS("nav.kiosks", 4),
    TIMETABLE("nav.timetable", 5),
    ATTENDANCE("nav.attendance", 6),
    INSIGHT("nav.insight", 7),
    ADMINISTRATION("nav.administration", 8);

    private final String key;
    private final int digit;

    Screen(String key, int digit) {
        this.key = key;
        this.digit = digit;
    }

    /// Of its word in the messages.
    public String key() {
        return key;
    }

    /// Of the shortcut that goes there.
    public int digit() {
        return digit;
    }

    public Ikon icon() {
        return switch (this) {
            case TODAY -> Glyphs.TODAY;
            case STUDENTS -> Glyphs.STUDENTS;
            case ROOMS -> Glyphs.ROOMS;
            case KIOSKS -> Glyphs.KIOSKS;
            case TIMETABLE -> Glyphs.TIMETABLE;
            case ATTENDANCE -> Glyphs.ATTENDANCE;
            case INSIGHT -> Glyphs.INSIGHT;
            case ADMINISTRATION -> Glyphs.ADMINISTRATION;
        };
    }
}
