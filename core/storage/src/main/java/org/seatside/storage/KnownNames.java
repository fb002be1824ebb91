package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The names that belong to ids in a long list, each looked up once and kept while it is used: to join six
/// tables for every row takes longer than all the rest of a row. One thread.
final class KnownNames {
    private static final int KEPT = 50_000;

    private final Map<UUID, Optional<Student>> students = bounded();
    private final Map<UUID, Optional<Meeting>> meetings = bounded();
    private final Map<UUID, Optional<String>> rooms = bounded();
    private final Map<UUID, Optional<String>> kiosks = bounded();

    record Student(String number, String name) {}

    record Meeting(String code, String title, Instant startsAt) {}

    @Nullable
    Student student(Statements view, @Nullable UUID id) {
        return look(
                view,
                students,
                id,
                "select number, name from student where id = ?",
                row -> new Student(Rows.text(row, "number"), Rows.text(row, "name")));
    }

    @Nullable
    Meeting meeting(Statements view, @Nullable UUID id) {
        return look(
                view,
                meetings,
                id,
                "select x.code, x.title, m.starts_at from meeting m join section x on x.id = m.section where m.id = ?",
                row -> new Meeting(Rows.text(row, "code"), Rows.text(row, "title"), Rows.instant(row, "starts_at")));
    }

    @Nullable
    String room(Statements view, @Nullable UUID id) {
        return look(view, rooms, id, "select name from room where id = ?", KnownNames::name);
    }

    @Nullable
    String kiosk(Statements view, @Nullable UUID id) {
        return look(view, kiosks, id, "select name from kiosk where id = ?", KnownNames::name);
    }

    private static String name(ResultSet row) throws SQLException {
        return Rows.text(row, "name");
    }

    private static <T> @Nullable T look(
            Statements view, Map<UUID, Optional<T>> kept, @Nullable UUID id, String sql, Statements.Row<T> row) {
        if (id == null) {
            return null;
        }
        Optional<T> known = kept.get(id);
        if (known == null) {
            known = view.first(sql, row, id);
            kept.put(id, known);
        }
        return known.orElse(null);
    }

    private static <T> Map<UUID, Optional<T>> bounded() {
        return new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Optional<T>> eldest) {
                return size() > KEPT;
            }
        };
    }
}
