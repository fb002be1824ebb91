package org.seatside.exchange.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatside.service.imports.ImportRow;

/// OneRoster 1.2 as CSV in a zip, bulk or delta, as IMS Global's specification of the binding says. Of it,
/// students, classes and their enrolments are taken; what a file refers to and does not bring is refused line
/// by line.
final class OneRoster {
    private static final String ACTIVE = "active";
    private static final String DELETED = "tobedeleted";
    private static final String STUDENT = "student";

    private final Archive archive;
    private final List<ImportRow> rows = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, String> sections = new HashMap<>();

    private OneRoster(Archive archive) {
        this.archive = archive;
    }

    static List<ImportRow> read(Archive archive) throws IOException {
        OneRoster roster = new OneRoster(archive);
        Map<String, String> manifest = roster.manifest();
        if (!manifest.getOrDefault("oneroster.version", "").startsWith("1.")) {
            throw Bad.file("oneroster-version", "The manifest does not say oneroster.version 1.2.");
        }
        roster.users(manifest.getOrDefault("file.users", "absent"));
        roster.classes(manifest.getOrDefault("file.classes", "absent"));
        roster.enrolments(manifest.getOrDefault("file.enrollments", "absent"));
        return roster.rows;
    }

    /// What is done with a line.
    private interface Line {
        void of(ImportRow.Origin origin, Map<String, String> values);
    }

    private Map<String, String> manifest() throws IOException {
        Map<String, String> manifest = new HashMap<>();
        boolean there = each(
                "manifest.csv",
                (_, values) -> manifest.put(values.getOrDefault("propertyName", ""), values.getOrDefault("value", "")));
        if (!there) {
            throw Bad.file("oneroster-manifest", "The archive has no manifest.csv: it is no OneRoster export.");
        }
        return manifest;
    }

    private boolean each(String file, Line line) throws IOException {
        Optional<InputStream> in = archive.open(file);
        if (in.isEmpty()) {
            return false;
        }
        List<String> headings = new ArrayList<>();
        CsvFile.of(in.get()).each((number, cells) -> {
            if (headings.isEmpty()) {
                headings.addAll(cells);
                return;
            }
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < Math.min(cells.size(), headings.size()); i++) {
                values.put(headings.get(i), cells.get(i));
            }
            line.of(new ImportRow.Origin(file, number), values);
        });
        return true;
    }

    private void needed(String file, String mode, Line line) throws IOException {
        if (mode.equals("absent")) {
            return;
        }
        if (!each(file, line)) {
            throw Bad.file("oneroster-file-missing", "The manifest names a file that is not in the archive.");
        }
    }

    private void users(String mode) throws IOException {
        Map<String, Boolean> students = new HashMap<>();
        each("roles.csv", (_, values) -> {
            if (values.getOrDefault("role", "").equals(STUDENT)) {
                students.put(values.getOrDefault("userSourcedId", ""), true);
            }
        });
        needed("users.csv", mode, (origin, values) -> {
            String id = values.getOrDefault("sourcedId", "");
            if (!students.containsKey(id)) {
                return;
            }
            String number = values.getOrDefault("identifier", "");
            numbers.put(id, number);
            boolean active = !values.getOrDefault("status", "").equals(DELETED)
                    && !values.getOrDefault("enabledUser", "true").equals("false");
            rows.add(new ImportRow.StudentRow(origin, number, name(values), active));
        });
    }

    /// Korean names are written family name first, together; others as they are spoken.
    private static String name(Map<String, String> values) {
        String given = preferred(values, "preferredGivenName", "givenName");
        String family = preferred(values, "preferredFamilyName", "familyName");
        boolean korean = !family.isEmpty() && family.codePoints().allMatch(c -> c >= '가' && c <= '힣');
        return korean ? family + given : (given + " " + family).strip();
    }

    private static String preferred(Map<String, String> values, String first, String second) {
        String value = values.getOrDefault(first, "");
        return value.isEmpty() ? values.getOrDefault(second, "") : value;
    }

    private void classes(String mode) throws IOException {
        needed("classes.csv", mode, (origin, values) -> {
            String code = values.getOrDefault("classCode", "");
            String section = code.isEmpty() ? values.getOrDefault("sourcedId", "") : code;
            sections.put(values.getOrDefault("sourcedId", ""), section);
            if (!values.getOrDefault("status", "").equals(DELETED)) {
                rows.add(new ImportRow.SectionRow(origin, section, values.get("title")));
            }
        });
    }

    private void enrolments(String mode) throws IOException {
        needed("enrollments.csv", mode, (origin, values) -> {
            if (!values.getOrDefault("role", "").equals(STUDENT)) {
                return;
            }
            String status = values.getOrDefault("status", "");
            String section = sections.get(values.getOrDefault("classSourcedId", ""));
            String number = numbers.get(values.getOrDefault("userSourcedId", ""));
            if (section == null || number == null) {
                rows.add(new ImportRow.BadRow(
                        origin,
                        section == null ? "class-not-in-archive" : "user-not-in-archive",
                        values.getOrDefault(section == null ? "classSourcedId" : "userSourcedId", "")));
            } else if (!status.isEmpty() && !status.equals(ACTIVE) && !status.equals(DELETED)) {
                rows.add(new ImportRow.BadRow(origin, "status-unknown", status));
            } else {
                rows.add(new ImportRow.EnrolmentRow(origin, section, number, status.equals(DELETED)));
            }
        });
    }
}
