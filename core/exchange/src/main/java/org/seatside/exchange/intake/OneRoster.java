package org.seatside.exchange.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.service.imports.ImportRow;

/// OneRoster 1.2 as CSV in a zip, bulk or delta, as IMS Global's specification of the binding says. Of it,
/// students, classes and their enrolments are taken; what a file refers to and does not bring is refused line
/// by line.
final class OneRoster {
    private static final String ACTIVE = "active";
    private static final String DELETED = "tobedeleted";
    private static final String STUDENT = "student";
    private static final String TEACHER = "teacher";
    private static final String ABSENT = "absent";
    private static final String BULK = "bulk";
    private static final String DELTA = "delta";

    private final Archive archive;
    private final List<ImportRow> rows = new ArrayList<>();
    private final Map<String, String> numbers = new HashMap<>();
    private final Map<String, Taught> sections = new HashMap<>();
    private final Map<String, String> lecturers = new HashMap<>();
    private final Map<String, String> departments = new HashMap<>();
    private final Map<String, String> terms = new HashMap<>();
    private final Map<String, String> courses = new HashMap<>();

    /// A class by what it is called here.
    private record Taught(String code, @Nullable String term) {}

    private OneRoster(Archive archive) {
        this.archive = archive;
    }

    static List<ImportRow> read(Archive archive) throws IOException {
        OneRoster roster = new OneRoster(archive);
        Map<String, String> manifest = roster.manifest();
        if (!manifest.getOrDefault("oneroster.version", "").startsWith("1.")) {
            throw Bad.file("oneroster-version", "The manifest does not say oneroster.version 1.2.");
        }
        roster.orgs(mode(manifest, "orgs"));
        roster.sessions(mode(manifest, "academicSessions"));
        roster.courses(mode(manifest, "courses"));
        roster.users(mode(manifest, "users"));
        roster.classes(mode(manifest, "classes"));
        roster.enrolments(mode(manifest, "enrollments"));
        return roster.rows;
    }

    private static String mode(Map<String, String> manifest, String file) {
        String mode = manifest.getOrDefault("file." + file, ABSENT);
        if (!Set.of(ABSENT, BULK, DELTA).contains(mode)) {
            throw Bad.file("oneroster-mode", "The manifest calls each file absent, bulk or delta.");
        }
        return mode;
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

    private static boolean isDeleted(Map<String, String> values) {
        return values.getOrDefault("status", "").equals(DELETED);
    }

    private static String orElse(Map<String, String> values, String first, String second) {
        String value = values.getOrDefault(first, "");
        return value.isEmpty() ? values.getOrDefault(second, "") : value;
    }

    /// Departments; schools and districts around them are not kept.
    private void orgs(String mode) throws IOException {
        needed("orgs.csv", mode, (origin, values) -> {
            if (values.getOrDefault("type", "").equals("department")) {
                String code = orElse(values, "identifier", "sourcedId");
                departments.put(values.getOrDefault("sourcedId", ""), code);
                if (!isDeleted(values)) {
                    rows.add(new ImportRow.DepartmentRow(origin, code, values.getOrDefault("name", "")));
                }
            }
        });
    }

    /// Terms and semesters; the years and grading periods around them are not kept.
    private void sessions(String mode) throws IOException {
        needed("academicSessions.csv", mode, (origin, values) -> {
            String type = values.getOrDefault("type", "");
            if (!type.equals("term") && !type.equals("semester")) {
                return;
            }
            String id = values.getOrDefault("sourcedId", "");
            terms.put(id, id);
            if (isDeleted(values)) {
                return;
            }
            try {
                rows.add(new ImportRow.TermRow(
                        origin,
                        id,
                        orElse(values, "title", "sourcedId"),
                        LocalDate.parse(values.getOrDefault("startDate", "")),
                        LocalDate.parse(values.getOrDefault("endDate", ""))));
            } catch (DateTimeException e) {
                rows.add(new ImportRow.BadRow(origin, "days-malformed", id));
            }
        });
    }

    private void courses(String mode) throws IOException {
        needed("courses.csv", mode, (origin, values) -> {
            String code = orElse(values, "courseCode", "sourcedId");
            courses.put(values.getOrDefault("sourcedId", ""), code);
            if (!isDeleted(values)) {
                rows.add(new ImportRow.CourseRow(
                        origin,
                        code,
                        orElse(values, "title", "courseCode"),
                        departments.get(values.getOrDefault("orgSourcedId", ""))));
            }
        });
    }

    private void users(String mode) throws IOException {
        Map<String, String> roles = new HashMap<>();
        each("roles.csv", (_, values) -> {
            String role = values.getOrDefault("role", "");
            if (role.equals(STUDENT) || role.equals(TEACHER)) {
                roles.putIfAbsent(values.getOrDefault("userSourcedId", ""), role);
            }
        });
        needed("users.csv", mode, (origin, values) -> {
            String id = values.getOrDefault("sourcedId", "");
            String role = roles.getOrDefault(id, "");
            if (role.equals(STUDENT)) {
                String number = values.getOrDefault("identifier", "");
                numbers.put(id, number);
                boolean active = !isDeleted(values)
                        && !values.getOrDefault("enabledUser", "true").equals("false");
                rows.add(new ImportRow.StudentRow(origin, number, name(values), active));
            } else if (role.equals(TEACHER)) {
                String number = orElse(values, "identifier", "sourcedId");
                lecturers.put(id, number);
                if (!isDeleted(values)) {
                    rows.add(new ImportRow.LecturerRow(origin, number, name(values)));
                }
            }
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
            String code = orElse(values, "classCode", "sourcedId");
            String first =
                    values.getOrDefault("termSourcedIds", "").split(",", 2)[0].strip();
            String term = terms.get(first);
            sections.put(values.getOrDefault("sourcedId", ""), new Taught(code, term));
            if (!isDeleted(values)) {
                String course = courses.get(values.getOrDefault("courseSourcedId", ""));
                rows.add(new ImportRow.SectionRow(origin, code, values.get("title"), course, term));
            }
        });
    }

    private void enrolments(String mode) throws IOException {
        needed("enrollments.csv", mode, (origin, values) -> {
            String role = values.getOrDefault("role", "");
            if (!role.equals(STUDENT) && !role.equals(TEACHER)) {
                return;
            }
            String status = values.getOrDefault("status", "");
            Taught section = sections.get(values.getOrDefault("classSourcedId", ""));
            String number = (role.equals(STUDENT) ? numbers : lecturers).get(values.getOrDefault("userSourcedId", ""));
            if (section == null || number == null) {
                rows.add(new ImportRow.BadRow(
                        origin,
                        section == null ? "class-not-in-archive" : "user-not-in-archive",
                        values.getOrDefault(section == null ? "classSourcedId" : "userSourcedId", "")));
            } else if (!status.isEmpty() && !status.equals(ACTIVE) && !status.equals(DELETED)) {
                rows.add(new ImportRow.BadRow(origin, "status-unknown", status));
            } else if (role.equals(STUDENT)) {
                rows.add(new ImportRow.EnrolmentRow(
                        origin, section.code(), section.term(), number, status.equals(DELETED)));
            } else {
                rows.add(new ImportRow.TeachesRow(
                        origin, section.code(), section.term(), number, status.equals(DELETED)));
            }
        });
        if (mode.equals(BULK)) {
            sections.values().stream()
                    .distinct()
                    .sorted(Comparator.comparing(Taught::toString))
                    .forEach(section -> rows.add(new ImportRow.WholeRosterRow(
                            new ImportRow.Origin("enrollments.csv", 0), section.code(), section.term())));
        }
    }
}
