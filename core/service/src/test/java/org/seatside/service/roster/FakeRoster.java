package org.seatside.service.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

/// A roster in memory, filled by the test.
public final class FakeRoster implements RosterStore {
    /// Of the campus under what is empty.
    public final Map<Optional<SectionId>, PinRule> pinRules = new HashMap<>();

    public final List<Student> students = new ArrayList<>();
    public final List<IssuedPass> passes = new ArrayList<>();
    public final List<Room> rooms = new ArrayList<>();
    public final Map<String, RoomId> tags = new HashMap<>();
    public final List<Section> sections = new ArrayList<>();
    public final List<Meeting> meetings = new ArrayList<>();
    public final Set<Enrolled> enrolments = new HashSet<>();
    public final List<Kiosk> kiosks = new ArrayList<>();

    /// Enrolments for a while.
    public final List<org.seatside.model.roster.Enrolled> stretches = new ArrayList<>();

    public final Map<StudentId, Instant> inactive = new HashMap<>();

    public record Enrolled(StudentId student, SectionId section) {}

    @Override
    public Optional<Student> student(StudentId id) {
        return students.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Student> studentByNumber(String number) {
        return students.stream().filter(it -> it.number().equals(number)).findFirst();
    }

    @Override
    public Page<Student> students(String query, @Nullable String after, int limit) {
        return new Page<>(List.copyOf(students), null);
    }

    @Override
    public Optional<IssuedPass> pass(String handle) {
        return passes.stream().filter(it -> it.handle().equals(handle)).findFirst();
    }

    @Override
    public List<IssuedPass> passes(StudentId student) {
        return passes.stream().filter(it -> it.student().equals(student)).toList();
    }

    @Override
    public Optional<Room> room(RoomId id) {
        return rooms.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Room> roomByTagDigest(String digest) {
        return Optional.ofNullable(tags.get(digest)).flatMap(this::room);
    }

    @Override
    public List<Room> rooms() {
        return List.copyOf(rooms);
    }

    @Override
    public Map<String, RoomId> roomTags() {
        return Map.copyOf(tags);
    }

    @Override
    public Optional<Section> section(SectionId id) {
        return sections.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    @Override
    public Optional<Meeting> meeting(MeetingId id) {
        return meetings.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public Optional<Room> roomByTag(String tag) {
        return rooms.stream().filter(it -> tag.equals(it.tag())).findFirst();
    }

    @Override
    public List<Meeting> meetings(Instant from, Instant until, @Nullable RoomId room) {
        return meetings.stream()
                .filter(it -> room == null || it.room().equals(room))
                .filter(it -> it.opensAt().isBefore(until) && it.endsAt().isAfter(from))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .toList();
    }

    @Override
    public boolean hasMeetings(RoomId room) {
        return meetings.stream().anyMatch(it -> it.room().equals(room));
    }

    @Override
    public boolean enrolled(StudentId student, SectionId section, LocalDate day) {
        return enrolments.contains(new Enrolled(student, section))
                || stretches.stream()
                        .anyMatch(it ->
                                it.student().equals(student) && it.section().equals(section) && it.on(day));
    }

    @Override
    public Optional<Instant> inactiveSince(StudentId student) {
        return Optional.ofNullable(inactive.get(student));
    }

    @Override
    public Optional<Kiosk> kiosk(KioskId id) {
        return kiosks.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public PinRule pinRule(@Nullable SectionId section) {
        return pinRules.getOrDefault(
                Optional.ofNullable(section), pinRules.getOrDefault(Optional.<SectionId>empty(), PinRule.NEVER));
    }

    @Override
    public List<Kiosk> kiosks() {
        return List.copyOf(kiosks);
    }
}
