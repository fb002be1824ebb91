package org.seatside.service.roster;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.TagReading;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.payload.RoomTagDigest;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.Names;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;

/// Adds and finds students and rooms. What is added takes the id of the command that adds
/// it, so that a request sent twice is answered alike. Thread-safe.
public final class RosterService {
    private static final int MAX_LIST = 200;

    private final RosterStore store;
    private final Commands commands;
    private final StudentNumberFormat numbers;
    private final RoomResolver rooms;

    public RosterService(RosterStore store, Commands commands, StudentNumberFormat numbers, RoomResolver rooms) {
        this.store = store;
        this.commands = commands;
        this.numbers = numbers;
        this.rooms = rooms;
    }

    public Page<Student> students(String query, @Nullable String after, int limit) {
        return store.students(query.strip(), after, Math.clamp(limit, 1, MAX_LIST));
    }

    public Student student(StudentId id) {
        return store.student(id).orElseThrow(RefusedException::noSuchEntry);
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
            throw RefusedException.invalid(
                    "number-malformed", "The number does not have the form of this campus's student numbers.");
        }
        Student clean = new Student(student.id(), student.number(), Names.required(student.name()), student.active());
        commands.require(command, actor, new Change.SaveStudent(clean));
        return clean;
    }

    public List<Room> rooms() {
        return store.rooms();
    }

    public Room room(RoomId id) {
        return store.room(id).orElseThrow(RefusedException::noSuchEntry);
    }

    /// What a legacy tag says; changes nothing.
    public TagReading readTag(String code) {
        String tag = tag(code);
        Optional<Room> known = rooms.resolve(code);
        return new TagReading(tag, known.orElse(null));
    }

    public Room add(NewRoom room, String actor, CommandId command) {
        String tag = room.tagCode() == null ? null : tag(room.tagCode());
        String name = room.name().isBlank() && tag != null ? tag : Names.required(room.name());
        String digest = room.tagCode() == null
                ? null
                : RoomTagDigest.ofTag(room.tagCode()).orElseThrow().hex();
        Room added = new Room(
                new RoomId(command.value()),
                name,
                Names.optional(room.building()),
                Names.optional(room.floor()),
                tag,
                Names.orNull(room.nameEn()),
                room.buildingId());
        commands.require(command, actor, new Change.SaveRoom(added, digest));
        return room(added.id());
    }

    private String tag(String code) {
        if (!rooms.readsTags()) {
            throw RefusedException.invalid(
                    "no-tag-key",
                    "This campus has no key for room tags: give the node the key, or print a room code instead.");
        }
        return rooms.tagName(code)
                .orElseThrow(() -> RefusedException.invalid(
                        "tag-unreadable", "This is not a room tag of this campus: scan the tag at the room's door."));
    }
}
