package org.seatside.admin.imports;

import org.seatside.fx.Messages;
import org.seatside.model.imports.ImportPlan;

/// What the constants of an import's lines say. One that is not known, as from a newer node, is shown as it is.
final class LineWords {
    private LineWords() {}

    static String of(String what, Messages messages) {
        String key = key(what);
        return key.isEmpty() ? what : messages.now(key);
    }

    private static String key(String what) {
        return switch (what) {
            case "student-added" -> "import.student.added";
            case "student-changed" -> "import.student.changed";
            case "student-deactivated" -> "import.student.deactivated";
            case "room-added" -> "import.room.added";
            case "room-changed" -> "import.room.changed";
            case "section-added" -> "import.section.added";
            case "section-changed" -> "import.section.changed";
            case "enrolment-added" -> "import.enrolment.added";
            case "enrolment-removed" -> "import.enrolment.removed";
            case "number-malformed" -> "import.bad.number";
            case "name-needed" -> "import.bad.name";
            case "title-needed" -> "import.bad.title";
            case "tag-unreadable" -> "import.bad.tag";
            case "section-unknown", "class-not-in-archive" -> "import.bad.section";
            case "student-unknown", "user-not-in-archive" -> "import.bad.student";
            case "line-malformed" -> "import.bad.line";
            case "room-malformed" -> "import.bad.room";
            case "row-says-nothing" -> "import.bad.nothing";
            case "status-unknown" -> "import.bad.status";
            default -> "";
        };
    }

    /// What a line is about, without the words by which programs tell that a student is there or a room has no
    /// tag.
    static String subject(ImportPlan.Line line) {
        return line.subject().replaceFirst(" (true|null)$", "").strip();
    }

    static String topic(String topic, Messages messages) {
        return switch (topic) {
            case "students" -> messages.now("topic.students");
            case "rooms" -> messages.now("topic.rooms");
            case "sections" -> messages.now("topic.sections");
            case "enrolments" -> messages.now("topic.enrolments");
            default -> topic;
        };
    }
}
