package org.seatside.storage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seatside.model.api.Topic;

/// What refers to what: there are no foreign keys, since a constraint nobody expects would stop every node.
final class References {
    private static final Map<Topic, List<Reference>> TO = Map.of(
            Topic.BUILDINGS, List.of(new Reference(Topic.ROOMS, "room", "building_id")),
            Topic.ROOMS,
                    List.of(
                            new Reference(Topic.KIOSKS, "kiosk", "room"),
                            new Reference(Topic.SEATS, "seat", "room"),
                            new Reference(Topic.MEETINGS, "meeting", "room"),
                            new Reference(Topic.PATTERNS, "meeting_pattern", "room"),
                            new Reference(Topic.CHECK_INS, "check_in_count", "room"),
                            new Reference(Topic.ATTENDANCE, "record_count", "room")),
            Topic.SEATS, List.of(new Reference(Topic.KIOSKS, "kiosk", "seat")),
            Topic.KIOSKS, List.of(new Reference(Topic.CHECK_INS, "kiosk_epoch", "kiosk")),
            Topic.TERMS, List.of(new Reference(Topic.SECTIONS, "section", "term")),
            Topic.DEPARTMENTS,
                    List.of(
                            new Reference(Topic.COURSES, "course", "department"),
                            new Reference(Topic.LECTURERS, "lecturer", "department")),
            Topic.COURSES, List.of(new Reference(Topic.SECTIONS, "section", "course")),
            Topic.SECTIONS,
                    List.of(
                            new Reference(Topic.ENROLMENTS, "enrolment", "section"),
                            new Reference(Topic.MEETINGS, "meeting", "section"),
                            new Reference(Topic.PATTERNS, "meeting_pattern", "section")),
            Topic.LECTURERS, List.of(new Reference(Topic.SECTIONS, "section_lecturer", "lecturer")),
            Topic.MEETINGS, List.of(new Reference(Topic.ATTENDANCE, "attendance", "meeting")));

    /// What goes with an entry: it says nothing without it.
    private static final Map<Topic, List<String>> DELETE = Map.of(
            Topic.BUILDINGS, List.of("delete from building where id = ?"),
            Topic.ROOMS, List.of("delete from room_tag where room = ?", "delete from room where id = ?"),
            Topic.SEATS, List.of("delete from seat where id = ?"),
            Topic.KIOSKS,
                    List.of(
                            "delete from kiosk_invitation where kiosk = ?",
                            "delete from kiosk_epoch where kiosk = ?",
                            "delete from kiosk where id = ?"),
            Topic.TERMS, List.of("delete from term where id = ?"),
            Topic.DEPARTMENTS, List.of("delete from department where id = ?"),
            Topic.COURSES, List.of("delete from attendance_rule where scope = ?", "delete from course where id = ?"),
            Topic.SECTIONS,
                    List.of(
                            "delete from attendance_rule where scope = ?",
                            "delete from section_lecturer where section = ?",
                            "delete from section where id = ?"),
            Topic.LECTURERS, List.of("delete from lecturer where id = ?"),
            Topic.MEETINGS, List.of("delete from meeting where id = ?"));

    private References() {}

    /// Where one entry names another.
    private record Reference(Topic from, String table, String column) {
        /// Of what there are millions, apply has kept the counts; of a kiosk's check-ins, their last numbers.
        String counted() {
            return switch (table) {
                case "check_in_count", "record_count" -> "coalesce(sum(n), 0)";
                case "kiosk_epoch" -> "coalesce(sum(high_water), 0)";
                default -> "count(*)";
            };
        }
    }

    static boolean any(Statements view, Topic topic, UUID id) {
        return of(topic).stream()
                .anyMatch(it -> view.any(
                        "select 1 from " + it.table() + " where " + it.column() + " = ? fetch first row only", id));
    }

    /// How many of each kind refer to an entry, without those of which there are none.
    static Map<Topic, Long> count(Statements view, Topic topic, UUID id) {
        Map<Topic, Long> counts = new EnumMap<>(Topic.class);
        for (Reference it : of(topic)) {
            long count = view.first(
                            "select " + it.counted() + " as n from " + it.table() + " where " + it.column() + " = ?",
                            row -> row.getLong("n"),
                            id)
                    .orElse(0L);
            if (count > 0) {
                counts.merge(it.from(), count, Long::sum);
            }
        }
        return counts;
    }

    static void delete(Statements view, Topic topic, UUID id) {
        for (String statement : DELETE.getOrDefault(topic, List.of())) {
            view.update(statement, id);
        }
    }

    private static List<Reference> of(Topic topic) {
        return TO.getOrDefault(topic, List.of());
    }
}
