package org.seatside.admin.ui;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Days as `2027-02-28`, the same in both languages. Text that is no day is no day, and the form says so.
public final class IsoDates extends StringConverter<@Nullable LocalDate> {
    @Override
    public String toString(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }

    @Override
    public @Nullable LocalDate fromString(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
