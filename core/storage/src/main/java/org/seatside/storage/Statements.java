package org.seatside.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;

/// One connection and the statements prepared on it, each once. Instants are cut to microseconds, which is what
/// both H2 and PostgreSQL keep: left to themselves they round up, and a time would come back later than it was.
/// One thread at a time.
final class Statements implements AutoCloseable {
    /// SQL state of a violated unique constraint, in the standard's words.
    private static final String UNIQUE_VIOLATION = "23505";

    /// H2's number for isolation by snapshot: its repeatable read begins for each table when that is first read.
    private static final int SNAPSHOT = 6;

    /// Instead of a count of rows: a unique constraint stands against the update.
    static final int TAKEN = -1;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Statements(Connection connection) {
        this.connection = connection;
    }

    /// What is below the tables. H2 has no statement for what is done there.
    MVStore store() {
        try {
            if (connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                return session.getDatabase().getStore().getMvStore();
            }
        } catch (SQLException e) {
            throw new ViewFailedException("store", e);
        }
        throw new IllegalStateException("The view is a file of this process");
    }

    /// Reads one row's worth of a result.
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Looks at one row.
    interface Visit {
        void of(ResultSet row) throws SQLException;
    }

    int update(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw new ViewFailedException(sql, e);
        }
    }

    /// Like [#update], but answers [#TAKEN] where a unique constraint stands against it.
    int updateUnlessTaken(String sql, @Nullable Object... values) {
        try {
            return bound(sql, values).executeUpdate();
        } catch (SQLException e) {
            if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
                return TAKEN;
            }
            throw new ViewFailedException(sql, e);
        }
    }

    /// Replaces a row or adds it; both statements take the same values in the same order, the id last. False
    /// where a unique constraint stands against it.
    boolean save(String update, String insert, @Nullable Object... values) {
        int updated = updateUnlessTaken(update, values);
        return updated == 1 || (updated == 0 && update(insert, values) == 1);
    }

    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw new ViewFailedException(sql, e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.of(rows));
            }
            return all;
        } catch (SQLException e) {
            throw new ViewFailedException(sql, e);
        }
    }

    /// Looks at every row of a result, one after another.
    void visit(String sql, Visit visit, @Nullable Object... values) {
        try (ResultSet rows = bound(sql, values).executeQuery()) {
            while (rows.next()) {
                visit.of(rows);
            }
        } catch (SQLException e) {
            throw new ViewFailedException(sql, e);
        }
    }

    /// Hands over every row of a result, one after another.
    void each(String sql, Visit visit) {
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                visit.of(rows);
            }
        } catch (SQLException e) {
            throw new ViewFailedException(sql, e);
        }
    }

    /// Answers with what reads that all see one state come to.
    <T> T inOneState(Supplier<T> work) {
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(SNAPSHOT);
            try {
                return work.get();
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new ViewFailedException("read one state", e);
        }
    }

    boolean any(String sql, @Nullable Object... values) {
        return first(sql, row -> true, values).isPresent();
    }

    /// Runs a statement that is not worth preparing.
    void execute(String sql) {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new ViewFailedException(sql, e);
        }
    }

    void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new ViewFailedException("commit", e);
        }
    }

    void rollback() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new ViewFailedException("rollback", e);
        }
    }

    Savepoint savepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new ViewFailedException("savepoint", e);
        }
    }

    void rollbackTo(Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
        } catch (SQLException e) {
            throw new ViewFailedException("rollback to savepoint", e);
        }
    }

    void release(Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
        } catch (SQLException e) {
            throw new ViewFailedException("release savepoint", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new ViewFailedException("close", e);
        }
    }

    private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
        return statement;
    }

    private static void bind(PreparedStatement statement, int at, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> statement.setNull(at, Types.NULL);
            case String text -> statement.setString(at, text);
            case Integer number -> statement.setInt(at, number);
            case Long number -> statement.setLong(at, number);
            case Boolean flag -> statement.setBoolean(at, flag);
            case Enum<?> constant -> statement.setString(at, constant.name());
            case Instant instant ->
                statement.setObject(at, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            case LocalDate date -> statement.setObject(at, date);
            case LocalTime time -> statement.setObject(at, time);
            default -> statement.setObject(at, uuid(value));
        }
    }

    private static UUID uuid(Object value) {
        return switch (value) {
            case UUID id -> id;
            case AccountId id -> id.value();
            case AttendanceId id -> id.value();
            case BuildingId id -> id.value();
            case CheckInId id -> id.value();
            case CommandId id -> id.value();
            case CourseId id -> id.value();
            case DepartmentId id -> id.value();
            case KioskId id -> id.value();
            case LecturerId id -> id.value();
            case MeetingId id -> id.value();
            case PatternId id -> id.value();
            case RoomId id -> id.value();
            case SeatId id -> id.value();
            case SectionId id -> id.value();
            case StudentId id -> id.value();
            case TermId id -> id.value();
            default -> throw new IllegalArgumentException("No column holds a " + value.getClass());
        };
    }
}
