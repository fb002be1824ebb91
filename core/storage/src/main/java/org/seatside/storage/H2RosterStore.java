package org.seatside.storage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.seatside.service.roster.RosterStore;
import org.seatside.service.search.TypedName;

/// Who and where, read from the view; what every check-in asks is remembered until a command may have changed it.
final class H2RosterStore implements RosterStore {
    private static final String PASS =
            "select handle, generation, student, expires, issued_at, revoked, revoked_at from pass";
    private static final String MEETING = "select " + Rows.MEETING + " from meeting";

    /// A meeting opens at most 4 hours before its start and ends at most 16 hours after it: the second bound on
    /// its end keeps the index from walking through all that is still to come.
    private static final String MEETINGS = MEETING + " where ends_at >= ? and ends_at <= ? and opens_at <= ?"
            + " and cancelled is null"
            + " and (pattern is null or not exists (select 1 from holiday h where h.on_day = meeting.on_day))";

    private static final Duration LONGEST = Duration.ofHours(20);

    private final Reads reads;

    H2RosterStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Student> student(StudentId id) {
        return reads.remembered(
                id, view -> view.first("select " + Rows.STUDENT + " from student where id = ?", Rows::student, id));
    }

    @Override
    public Optional<Student> studentByNumber(String number) {
        return reads.remembered(
                List.of("number", number),
                view -> view.first("select " + Rows.STUDENT + " from student where number = ?", Rows::student, number));
    }

    @Override
    public Page<Student> students(String query, @Nullable String after, int limit) {
        Optional<String> typed = TypedName.expression(query);
        String name = typed.isPresent() ? "regexp_like(name, ?, 'i')" : "position(lower(?) in lower(name)) > 0";
        List<Student> found = reads.read(view -> view.list(
                "select " + Rows.STUDENT + " from student where number > ?"
                        + " and (position(lower(?) in lower(number)) > 0 or " + name + ")"
                        + " order by number fetch first ? rows only",
                Rows::student,
                after == null ? "" : after,
                query,
                typed.orElse(query),
                limit + 1));
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<Student> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, items.getLast().number());
    }

    @Override
    public Optional<IssuedPass> pass(String handle) {
        return reads.remembered(
                List.of("pass", handle), view -> view.first(PASS + " where handle = ?", Rows::pass, handle));
    }

    @Override
    public List<IssuedPass> passes(StudentId student) {
        return reads.read(
                view -> view.list(PASS + " where student = ? order by issued_at desc, handle", Rows::pass, student));
    }

    @Override
    public Optional<Room> room(RoomId id) {
        return reads.remembered(
                id, view -> view.first("select " + Rows.ROOM + " from room where id = ?", Rows::room, id));
    }

    @Override
    public Optional<Room> roomByTagDigest(String digest) {
        return reads.read(view -> view.first(
                "select " + Rows.ROOM + " from room where id = (select room from room_tag where digest = ?)",
                Rows::room,
                digest));
    }

    @Override
    public List<Room> rooms() {
        return reads.read(view -> view.list("select " + Rows.ROOM + " from room order by ordinal, name", Rows::room));
    }

    @Override
    public Map<String, RoomId> roomTags() {
        return reads
                .read(view -> view.list(
                        "select digest, room from room_tag",
                        row -> Map.entry(Rows.text(row, "digest"), new RoomId(Rows.uuid(row, "room")))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<Section> section(SectionId id) {
        return reads.remembered(
                id, view -> view.first("select " + Rows.SECTION + " from section where id = ?", Rows::section, id));
    }

    @Override
    public List<Section> sections() {
        return reads.read(
                view -> view.list("select " + Rows.SECTION + " from section order by code, id", Rows::section));
    }

    @Override
    public Optional<Meeting> meeting(MeetingId id) {
        return reads.remembered(id, view -> view.first(MEETING + " where id = ?", Rows::meeting, id));
    }

    @Override
    public Optional<Room> roomByTag(String tag) {
        return reads.read(view -> view.first(
                "select " + Rows.ROOM + " from room where tag = ? order by name fetch first row only",
                Rows::room,
                tag));
    }

    @Override
    public List<Meeting> meetings(Instant from, Instant until, @Nullable RoomId room) {
        return room == null
                ? reads.read(view -> view.list(
                        MEETINGS + " order by starts_at, id", Rows::meeting, from, until.plus(LONGEST), until))
                : reads.remembered(
                        List.of("meetings", room, from, until),
                        view -> List.copyOf(view.list(
                                MEETINGS + " and room = ? order by starts_at, id",
                                Rows::meeting,
                                from,
                                until.plus(LONGEST),
                                until,
                                room)));
    }

    @Override
    public boolean hasMeetings(RoomId room) {
        return reads.remembered(
                List.of("any meeting", room),
                view -> view.any("select 1 from meeting where room = ? fetch first row only", room));
    }

    @Override
    public boolean enrolled(StudentId student, SectionId section, LocalDate day) {
        return reads.remembered(
                List.of(student, section, day),
                view -> view.any(
                        "select 1 from enrolment where student = ? and section = ? and from_day <= ?"
                                + " and (until_day is null or until_day >= ?)",
                        student,
                        section,
                        day,
                        day));
    }

    @Override
    public PinRule pinRule(@Nullable SectionId section) {
        UUID scope = section == null ? Rows.CAMPUS : section.value();
        return reads.remembered(
                List.of("pin", scope),
                view -> view.first(
                                "select pin from attendance_rule where pin is not null and (scope in (?, ?)"
                                        + " or scope = (select course from section where id = ?))"
                                        + " order by case when section is not null then 0 when course is not null then 1"
                                        + " else 2 end fetch first row only",
                                row -> PinRule.valueOf(Rows.text(row, "pin")),
                                scope,
                                Rows.CAMPUS,
                                scope)
                        .orElse(PinRule.NEVER));
    }

    @Override
    public Optional<Instant> inactiveSince(StudentId student) {
        return reads.remembered(
                List.of("inactive", student),
                view -> view.first(
                        "select since from student_inactive where student = ?",
                        row -> Rows.instant(row, "since"),
                        student));
    }

    @Override
    public Optional<Kiosk> kiosk(KioskId id) {
        return reads.remembered(
                id, view -> view.first("select " + Rows.KIOSK + " from kiosk where id = ?", Rows::kiosk, id));
    }

    @Override
    public List<Kiosk> kiosks() {
        return reads.read(view -> view.list("select " + Rows.KIOSK + " from kiosk order by name", Rows::kiosk));
    }
}
