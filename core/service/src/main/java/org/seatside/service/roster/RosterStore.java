package org.seatside.service.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.PinRule;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Reads who and where from this node's view. Thread-safe; sees all that was applied before the call.
public interface RosterStore {
    Optional<Student> student(StudentId id);

    Optional<Student> studentByNumber(String number);

    /// Students whose number or name contains the query (all for an empty one), by number. Initial consonants and a
    /// last syllable that is not finished stand for the Korean names that have them.
    ///
    /// @param after a student number to go on behind; null for the beginning
    Page<Student> students(String query, @Nullable String after, int limit);

    Optional<IssuedPass> pass(String handle);

    /// Passes of a student, newest first.
    List<IssuedPass> passes(StudentId student);

    Optional<Room> room(RoomId id);

    Optional<Room> roomByTagDigest(String digest);

    /// All rooms by name. A campus has hundreds.
    List<Room> rooms();

    /// SHA-256 of each legacy tag's ciphertext, to its room.
    Map<String, RoomId> roomTags();

    Optional<Section> section(SectionId id);

    /// All sections by code.
    List<Section> sections();

    Optional<Meeting> meeting(MeetingId id);

    Optional<Room> roomByTag(String tag);

    /// Meetings that are held and of which any part, from opening to end, lies between the instants, by start:
    /// none that are cancelled, none of a weekly class on a holiday.
    ///
    /// @param room null for all rooms
    List<Meeting> meetings(Instant from, Instant until, @Nullable RoomId room);

    boolean hasMeetings(RoomId room);

    /// Whether the student is on the section's roster of that day of the campus.
    boolean enrolled(StudentId student, SectionId section, LocalDate day);

    /// Which check-ins need a PIN: as the section's own rule says, its course's, the campus's; never where none does.
    ///
    /// @param section null for the campus's
    PinRule pinRule(@Nullable SectionId section);

    /// Since when a student is not active; empty for one who is.
    Optional<Instant> inactiveSince(StudentId student);

    Optional<Kiosk> kiosk(KioskId id);

    /// All kiosks by name.
    List<Kiosk> kiosks();
}
