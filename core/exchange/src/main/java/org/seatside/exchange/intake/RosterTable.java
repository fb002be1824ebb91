package org.seatside.exchange.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.service.imports.ImportRow;

/// A table whose headings say what it is about: students, rooms, sections, enrolments, or several of them at
/// once.
final class RosterTable {
    private static final Set<String> NO = Set.of("no", "n", "false", "0", "아니오", "비활성", "휴학", "inactive");

    private enum Field {
        NUMBER("number", "student number", "studentnumber", "student", "학번"),
        NAME("name", "student name", "이름", "성명"),
        ACTIVE("active", "재학", "활성"),
        SECTION("section", "section code", "sectioncode", "class", "분반", "분반 코드"),
        TITLE("title", "section title", "course", "분반명", "과목", "과목명", "교과목명"),
        ROOM("room", "room name", "강의실"),
        BUILDING("building", "건물"),
        FLOOR("floor", "층"),
        TAG("tag", "qr_string", "태그");

        private final String headings;

        Field(String... headings) {
            this.headings = "\n" + String.join("\n", headings) + "\n";
        }

        boolean means(String heading) {
            return !heading.isEmpty() && headings.contains("\n" + heading + "\n");
        }
    }

    private final String file;
    private final List<ImportRow> rows = new ArrayList<>();
    private final Map<Field, Integer> columns = new EnumMap<>(Field.class);

    private RosterTable(String file) {
        this.file = file;
    }

    /// @param file within an archive; empty for a file alone
    static List<ImportRow> read(Table table, String file) throws IOException {
        RosterTable roster = new RosterTable(file);
        table.each(roster::row);
        return roster.rows;
    }

    private void row(int line, List<String> cells) {
        if (columns.isEmpty()) {
            headings(cells);
            return;
        }
        ImportRow.Origin origin = new ImportRow.Origin(file, line);
        String number = cell(Field.NUMBER, cells);
        String section = cell(Field.SECTION, cells);
        String room = cell(Field.ROOM, cells);
        String tag = cell(Field.TAG, cells);
        if (number != null && (columns.containsKey(Field.NAME) || section == null)) {
            String active = cell(Field.ACTIVE, cells);
            rows.add(new ImportRow.StudentRow(
                    origin,
                    number,
                    cell(Field.NAME, cells),
                    active == null ? null : !NO.contains(active.toLowerCase(Locale.ROOT))));
        }
        if (section != null) {
            rows.add(new ImportRow.SectionRow(origin, section, cell(Field.TITLE, cells)));
        }
        if (number != null && section != null) {
            rows.add(new ImportRow.EnrolmentRow(origin, section, number, false));
        }
        if (room != null || tag != null) {
            rows.add(new ImportRow.RoomRow(
                    origin, room == null ? "" : room, cell(Field.BUILDING, cells), cell(Field.FLOOR, cells), tag));
        }
        if (number == null && section == null && room == null && tag == null) {
            rows.add(new ImportRow.BadRow(origin, "row-says-nothing", ""));
        }
    }

    private void headings(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            String heading = cells.get(i).toLowerCase(Locale.ROOT).strip();
            for (Field field : Field.values()) {
                if (field.means(heading)) {
                    columns.putIfAbsent(field, i);
                }
            }
        }
        boolean any = columns.containsKey(Field.NUMBER)
                || columns.containsKey(Field.SECTION)
                || columns.containsKey(Field.ROOM)
                || columns.containsKey(Field.TAG);
        if (!any) {
            throw Bad.file(
                    "headings-unknown",
                    "The first row names the columns: number, name, section, title, room, building, floor, tag; or"
                            + " 학번, 이름, 분반, 과목, 강의실, 건물, 층, 태그.");
        }
    }

    private @Nullable String cell(Field field, List<String> cells) {
        Integer column = columns.get(field);
        return column == null || column >= cells.size() || cells.get(column).isEmpty() ? null : cells.get(column);
    }
}
