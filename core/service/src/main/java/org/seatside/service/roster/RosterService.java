package org.seatside.service.roster;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.TagReading;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.payload.RoomTagDigest;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;

/// Adds and finds students, rooms, sections and meetings. What is added takes the id of the command that adds
/// it, so that a request sent twice is answered alike. Thread-safe.
public final class RosterService {
    private static final int MAX_NAME = 100;
    private static final int MAX_LIST = 200;
    private static final int MAX_MINUTES = 240;
    private static final Duration LONGEST = Duration.ofHours(16);

    private final RosterStore store;
    private final Commands commands;
    private final StudentNumberFormat numbers;
    private final RoomResolver rooms;
    private final InstantSource clock;

    public RosterService(
            RosterStore store,
            Commands commands,
            StudentNumberFormat numbers,
            RoomResolver rooms,
            InstantSource clock) {
        this.store = store;
        this.commands = commands;
        this.numbers = numbers;
        this.rooms = rooms;
        this.clock = clock;
    }

    public Page<Student> students(String query, @Nullable String after, int limit) {
        return store.students(query.strip(), after, Math.clamp(limit, 1, MAX_LIST));
    }

    public Student student(StudentId id) {
        return store.student(id).orElseThrow(RosterService::notFound);
    }

    public Student add(NewStudent student, String actor, CommandId command) {
        return save(
                new Student(new StudentId(command.value()), student.number(), student.name(), true), actor, command);
    }

    /// Replaces what is known of a student.
    public Student change(Student student, String actor, CommandId command) {
        student(student.id());
        return save(student, actor, command);
    }

    private Student save(Student student, String actor, CommandId command) {
        if (numbers.read(student.number()).isEmpty()) {
            throw invalid("number-malformed", "The number does not have the form of this campus's student numbers.");
        }
        Student clean = new Student(student.id(), student.number(), name(student.name()), student.active());
        commands.require(command, actor, new Change.SaveStudent(clean));
        return clean;
    }

    public List<Room> rooms() {
        return store.rooms();
    }

    public Room room(RoomId id) {
        return store.room(id).orElseThrow(RosterService::notFound);
    }

    /// What a legacy tag says; changes nothing.
    public TagReading readTag(String code) {
        String tag = tag(code);
        Optional<Room> known = rooms.resolve(code);
        return new TagReading(tag, known.orElse(null));
    }

    public Room add(NewRoom room, String actor, CommandId command) {
        String tag = room.tagCode() == null ? null : tag(room.tagCode());
        String name = room.name().isBlank() && tag != null ? tag : name(room.name());
        String digest = room.tagCode() == null
                ? null
                : RoomTagDigest.ofTag(room.tagCode()).orElseThrow().hex();
        Room added = new Room(
                new RoomId(command.value()), name, optionalName(room.building()), optionalName(room.floor()), tag);
        commands.require(command, actor, new Change.SaveRoom(added, digest));
        return added;
    }

    private String tag(String code) {
        if (!rooms.readsTags()) {
            throw invalid(
                    "no-tag-key",
                    "This campus has no key for room tags: give the node the key, or print a room code instead.");
        }
        return rooms.tagName(code)
                .orElseThrow(() -> invalid(
                        "tag-unreadable", "This is not a room tag of this campus: scan the tag at the room's door."));
    }

    public List<Section> sections() {
        return store.sections();
    }

    public Section add(NewSection section, String actor, CommandId command) {
        Section added = new Section(new SectionId(command.value()), name(section.code()), name(section.title()));
        commands.require(command, actor, new Change.SaveSection(added));
        return added;
    }

    public void enrol(SectionId section, List<StudentId> students, String actor, CommandId command) {
        commands.require(command, actor, new Change.Enrol(section, List.copyOf(students)));
    }

    /// Meetings between two instants; a day back and a week ahead where they are not given.
    public List<Meeting> meetings(@Nullable Instant from, @Nullable Instant until, @Nullable RoomId room) {
        Instant now = clock.instant();
        return store.meetings(
                from == null ? now.minus(Duration.ofDays(1)) : from,
                until == null ? now.plus(Duration.ofDays(7)) : until,
                room);
    }

    public Meeting add(NewMeeting meeting, String actor, CommandId command) {
        checkMinutes(meeting.opensBeforeMinutes());
        checkMinutes(meeting.lateAfterMinutes());
        if (meeting.closesAfterMinutes() < meeting.lateAfterMinutes()
                || meeting.closesAfterMinutes() > LONGEST.toMinutes()) {
            throw invalid("window-malformed", "A meeting closes after it turns late, within 16 hours.");
        }
        if (!meeting.startsAt().isBefore(meeting.endsAt())
                || Duration.between(meeting.startsAt(), meeting.endsAt()).compareTo(LONGEST) > 0) {
            throw invalid("times-malformed", "A meeting ends after it starts, within 16 hours.");
        }
        Meeting added = new Meeting(
                new MeetingId(command.value()),
                meeting.section(),
                meeting.room(),
                meeting.startsAt().minus(Duration.ofMinutes(meeting.opensBeforeMinutes())),
                meeting.startsAt(),
                meeting.startsAt().plus(Duration.ofMinutes(meeting.lateAfterMinutes())),
                meeting.startsAt().plus(Duration.ofMinutes(meeting.closesAfterMinutes())),
                meeting.endsAt());
        commands.require(command, actor, new Change.SaveMeeting(added));
        return added;
    }

    private static void checkMinutes(int minutes) {
        if (minutes < 0 || minutes > MAX_MINUTES) {
            throw invalid("window-malformed", "Minutes of a window are 0 to 240.");
        }
    }

    private static String name(String text) {
        String name = optionalName(text);
        if (name.isEmpty()) {
            throw invalid("name-needed", "Give a name of 1 to 100 characters.");
        }
        return name;
    }

    /// Composed form, since names typed on one system are searched on another.
    private static String optionalName(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (name.length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw invalid("name-needed", "A name has at most 100 characters and no control characters.");
        }
        return name;
    }

    private static RefusedException invalid(String code, String message) {
        return new RefusedException(RefusedException.Kind.INVALID, code, message);
    }

    private static RefusedException notFound() {
        return new RefusedException(RefusedException.Kind.NOT_FOUND, "not-found", "There is no such entry any more.");
    }
}
