package org.seatside.service.imports;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing that a file says.
public sealed interface ImportRow {
    Origin origin();

    /// @param file within an archive; empty for a file alone
    /// @param line from 1
    record Origin(String file, int line) {}

    /// @param name null where the file has none: the student must be known
    /// @param active null where the file does not say
    record StudentRow(
            Origin origin,
            String number,
            @Nullable String name,
            @Nullable Boolean active) implements ImportRow {}

    /// @param building null where the file has none; so are floor and tag code
    /// @param tagCode text of the legacy tag, hexadecimal; a blank name then becomes the tag's own
    record RoomRow(
            Origin origin,
            String name,
            @Nullable String building,
            @Nullable String floor,
            @Nullable String tagCode) implements ImportRow {}

    /// @param title null where the file has none: the section must be known
    /// @param course code of its course; null where the file has none
    /// @param term code of the term it is taught in; null where the file has none
    record SectionRow(
            Origin origin,
            String code,
            @Nullable String title,
            @Nullable String course,
            @Nullable String term) implements ImportRow {
        public SectionRow(Origin origin, String code, @Nullable String title) {
            this(origin, code, title, null, null);
        }
    }

    /// @param term of the section; null where the file has none
    /// @param out whether the student leaves the section
    record EnrolmentRow(
            Origin origin, String section, @Nullable String term, String number, boolean out) implements ImportRow {
        public EnrolmentRow(Origin origin, String section, String number, boolean out) {
            this(origin, section, null, number, out);
        }
    }

    /// The file has the section's whole roster: who is not in it leaves.
    ///
    /// @param term of the section; null where the file has none
    record WholeRosterRow(
            Origin origin, String section, @Nullable String term) implements ImportRow {}

    record DepartmentRow(Origin origin, String code, String name) implements ImportRow {}

    record TermRow(Origin origin, String code, String name, LocalDate from, LocalDate until) implements ImportRow {}

    /// @param department code of who offers it; null where the file has none
    record CourseRow(
            Origin origin,
            String code,
            String title,
            @Nullable String department) implements ImportRow {}

    record LecturerRow(Origin origin, String number, String name) implements ImportRow {}

    /// @param term of the section; null where the file has none
    /// @param out whether the lecturer no longer teaches the section
    record TeachesRow(
            Origin origin, String section, @Nullable String term, String lecturer, boolean out) implements ImportRow {}

    /// An account of the older service: a student's, where its name is a student's number.
    record AccountRow(Origin origin, String name, String bcrypt) implements ImportRow {
        @Override
        public String toString() {
            return "AccountRow[" + origin + "]";
        }
    }

    /// A class that meets weekly, in the campus's own time.
    ///
    /// @param key of the series in the file: the same file again changes it and adds none
    /// @param subject code or title of the section, or a text that begins with the code
    /// @param room name of the room
    record WeeklyRow(
            Origin origin,
            String key,
            String subject,
            String room,
            DayOfWeek weekday,
            LocalTime startsAt,
            int minutes,
            LocalDate from,
            LocalDate until,
            List<Odd> odd)
            implements ImportRow {
        public WeeklyRow {
            odd = List.copyOf(odd);
        }
    }

    /// A class of a series that is not as the others.
    ///
    /// @param at when it is held instead; null for a class that is not held
    /// @param room null for that of the series
    record Odd(
            LocalDate day,
            @Nullable LocalDateTime at,
            int minutes,
            @Nullable String room) {}

    /// One class.
    ///
    /// @param key of the class in the file: the same file again changes it and adds none
    /// @param cancelled whether it is not held, where it is known from an earlier file
    record ClassRow(
            Origin origin, String key, String subject, String room, Instant start, Instant end, boolean cancelled)
            implements ImportRow {}

    record HolidayRow(Origin origin, LocalDate day, String name) implements ImportRow {}

    /// A line that cannot be read.
    ///
    /// @param why constant in kebab case
    record BadRow(Origin origin, String why, String subject) implements ImportRow {}
}
