package org.seatside.admin.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;

/// A value typed as text: a name, a number, a day as `2026-03-02`, a time as `09:30`.
public final class Typed<T extends @Nullable Object> implements Input {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd H:mm");

    /// What the text is typed into.
    public enum Shape {
        LINE,
        LINES,
        SECRET
    }

    private final String label;
    private final @Nullable String hint;
    private final Shape shape;
    private final Reader<T> reader;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> error = new ReadOnlyObjectWrapper<>(null);
    private String opened = "";

    /// @param reader gets the text without blanks around it, as typed where it is a secret
    public Typed(String label, @Nullable String hint, Shape shape, Reader<T> reader) {
        this.label = label;
        this.hint = hint;
        this.shape = shape;
        this.reader = reader;
        text.addListener((_, _, _) -> error.set(null));
    }

    /// A text that must be there.
    public static Typed<String> needed(String label, @Nullable String hint) {
        return new Typed<>(label, hint, Shape.LINE, Typed::someText);
    }

    /// A text, or null where nothing was typed.
    public static Typed<@Nullable String> optional(String label, @Nullable String hint) {
        return new Typed<@Nullable String>(label, hint, Shape.LINE, typed -> typed.isEmpty() ? null : typed);
    }

    /// A text of several lines, or null where nothing was typed.
    public static Typed<@Nullable String> optionalLines(String label, @Nullable String hint) {
        return new Typed<@Nullable String>(label, hint, Shape.LINES, typed -> typed.isEmpty() ? null : typed);
    }

    /// A text that is not shown while it is typed.
    public static Typed<String> secret(String label, @Nullable String hint) {
        return new Typed<>(label, hint, Shape.SECRET, Typed::someText);
    }

    /// A whole number within bounds.
    public static Typed<Integer> whole(String label, @Nullable String hint, int least, int most) {
        return new Typed<>(label, hint, Shape.LINE, typed -> number(typed, least, most));
    }

    /// A whole number within bounds, or null where nothing was typed.
    public static Typed<@Nullable Integer> wholeOrNone(String label, @Nullable String hint, int least, int most) {
        return new Typed<@Nullable Integer>(
                label, hint, Shape.LINE, typed -> typed.isEmpty() ? null : number(typed, least, most));
    }

    public static Typed<LocalDate> day(String label, @Nullable String hint) {
        return new Typed<>(label, hint, Shape.LINE, Typed::aDay);
    }

    /// A day, or null where nothing was typed.
    public static Typed<@Nullable LocalDate> dayOrNone(String label, @Nullable String hint) {
        return new Typed<@Nullable LocalDate>(label, hint, Shape.LINE, typed -> typed.isEmpty() ? null : aDay(typed));
    }

    public static Typed<LocalTime> time(String label, @Nullable String hint) {
        return new Typed<>(label, hint, Shape.LINE, Typed::aTime);
    }

    /// A time of day, or null where nothing was typed.
    public static Typed<@Nullable LocalTime> timeOrNone(String label, @Nullable String hint) {
        return new Typed<@Nullable LocalTime>(label, hint, Shape.LINE, typed -> typed.isEmpty() ? null : aTime(typed));
    }

    /// A day and a time of day, by the clock on the campus' walls.
    public static Typed<Instant> moment(String label, @Nullable String hint, ZoneId zone) {
        return new Typed<>(label, hint, Shape.LINE, typed -> aMoment(typed, zone));
    }

    /// A moment as it is typed.
    public static String text(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").format(at.atZone(zone));
    }

    private static String someText(String typed) throws Unreadable {
        if (typed.isBlank()) {
            throw new Unreadable(Notice.failed("entry.missing"));
        }
        return typed;
    }

    private static Integer number(String typed, int least, int most) throws Unreadable {
        Notice wrong = Notice.failed("entry.number", least, most);
        try {
            int number = Integer.parseInt(typed);
            if (number < least || number > most) {
                throw new Unreadable(wrong);
            }
            return number;
        } catch (NumberFormatException _) {
            throw new Unreadable(wrong);
        }
    }

    private static LocalDate aDay(String typed) throws Unreadable {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            throw new Unreadable(Notice.failed("entry.day"));
        }
    }

    private static LocalTime aTime(String typed) throws Unreadable {
        try {
            return LocalTime.parse(typed, TIME);
        } catch (DateTimeParseException _) {
            throw new Unreadable(Notice.failed("entry.time"));
        }
    }

    private static Instant aMoment(String typed, ZoneId zone) throws Unreadable {
        try {
            return LocalDateTime.parse(typed.replaceAll("\\s+", " "), MOMENT)
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException _) {
            throw new Unreadable(Notice.failed("entry.moment"));
        }
    }

    /// Opens with this text.
    public Typed<T> with(@Nullable Object value) {
        opened = value == null ? "" : String.valueOf(value);
        text.set(opened);
        return this;
    }

    @Override
    public boolean check() {
        try {
            read();
            error.set(null);
            return true;
        } catch (Unreadable e) {
            error.set(e.notice());
            return false;
        }
    }

    private T read() throws Unreadable {
        return reader.read(shape == Shape.SECRET ? text.get() : text.get().strip());
    }

    /// What was typed.
    ///
    /// @throws IllegalStateException where [#check] says that it cannot be used
    public T value() {
        try {
            return read();
        } catch (Unreadable e) {
            throw new IllegalStateException("Read before it was checked: " + label, e);
        }
    }

    @Override
    public void reject(Notice why) {
        error.set(why);
    }

    @Override
    public void reset() {
        text.set(opened);
        error.set(null);
    }

    public StringProperty text() {
        return text;
    }

    public Shape shape() {
        return shape;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String hint() {
        return hint;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Notice> error() {
        return error.getReadOnlyProperty();
    }

    /// Makes a value of a text.
    @FunctionalInterface
    public interface Reader<T extends @Nullable Object> {
        T read(String typed) throws Unreadable;
    }
}
