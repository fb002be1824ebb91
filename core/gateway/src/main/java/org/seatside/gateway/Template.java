package org.seatside.gateway;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.seatside.model.roster.Room;
import org.seatside.service.gateway.AttendanceGateway.Call;

/// Text with places to fill: `${student.number}`, `${student.name}`, `${room.tag}`, `${room.name}`, `${id}` and
/// `${at|pattern|zone}`, the pattern of [DateTimeFormatter]. What is filled in is encoded; what stands around it is
/// the configuration's own. Immutable.
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

    private final List<Part> parts;
    private final Encoding encoding;

    private Template(List<Part> parts, Encoding encoding) {
        this.parts = List.copyOf(parts);
        this.encoding = encoding;
    }

    /// @param key of the configuration, for messages
    /// @throws IllegalArgumentException where a place is unknown or a pattern or zone is none
    static Template parse(String key, String text, Encoding encoding) {
        List<Part> parts = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int end = 0;
        while (place.find()) {
            parts.add(new Fixed(text.substring(end, place.start())));
            parts.add(place(key, Objects.requireNonNull(place.group(1))));
            end = place.end();
        }
        parts.add(new Fixed(text.substring(end)));
        return new Template(parts, encoding);
    }

    private static Part place(String key, String name) {
        return switch (name) {
            case "student.number" -> Field.STUDENT_NUMBER;
            case "student.name" -> Field.STUDENT_NAME;
            case "room.tag" -> Field.ROOM_TAG;
            case "room.name" -> Field.ROOM_NAME;
            case "id" -> Field.ID;
            default -> time(key, name);
        };
    }

    private static Part time(String key, String name) {
        String[] words = name.split("\\|", -1);
        if (words.length != 3 || !words[0].equals("at")) {
            throw new IllegalArgumentException(key + " may hold student.number, student.name, room.tag, room.name, id"
                    + " and at|pattern|zone in ${}");
        }
        try {
            return new Time(DateTimeFormatter.ofPattern(words[1], Locale.ROOT).withZone(ZoneId.of(words[2])));
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new IllegalArgumentException(
                    key + ": at|pattern|zone needs a date pattern and a time zone such as Asia/Seoul");
        }
    }

    boolean needsTag() {
        return parts.contains(Field.ROOM_TAG);
    }

    /// What stands before the first place.
    String prefix() {
        return parts.getFirst() instanceof Fixed fixed ? fixed.text() : "";
    }

    /// Whether all places are between the quotes of JSON strings.
    boolean fillsOnlyJsonStrings() {
        boolean inside = false;
        for (Part part : parts) {
            if (part instanceof Fixed(String text)) {
                inside = insideAfter(text, inside);
            } else if (!inside) {
                return false;
            }
        }
        return true;
    }

    private static boolean insideAfter(String json, boolean before) {
        boolean inside = before;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inside && c == '\\') {
                i++;
            } else if (c == '"') {
                inside = !inside;
            }
        }
        return inside;
    }

    String fill(Call call) {
        return parts.stream()
                .map(part -> part instanceof Fixed(String text) ? text : encoding.encode(part.value(call)))
                .collect(Collectors.joining());
    }

    private sealed interface Part {
        String value(Call call);
    }

    private record Fixed(String text) implements Part {
        @Override
        public String value(Call call) {
            return text;
        }
    }

    private record Time(DateTimeFormatter format) implements Part {
        @Override
        public String value(Call call) {
            return format.format(call.at());
        }
    }

    private enum Field implements Part {
        STUDENT_NUMBER,
        STUDENT_NAME,
        ROOM_TAG,
        ROOM_NAME,
        ID;

        @Override
        public String value(Call call) {
            Room room = call.room();
            return switch (this) {
                case STUDENT_NUMBER -> call.student().number();
                case STUDENT_NAME -> call.student().name();
                case ROOM_TAG -> Objects.requireNonNull(room.tag(), "a room this service does not know");
                case ROOM_NAME -> room.name();
                case ID -> call.id().toString();
            };
        }
    }
}
