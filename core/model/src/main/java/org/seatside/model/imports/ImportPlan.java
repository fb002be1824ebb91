package org.seatside.model.imports;

import java.util.List;
import java.util.Map;

/// What an import would change, or changed.
///
/// @param digest SHA-256 of all it changes, hexadecimal: what was shown is what is applied, or nothing is
/// @param counts rows by topic (`students`, `rooms`, `sections`, `enrolments`, `departments`, `terms`,
///     `courses`,
///     `lecturers`, `teaching`, `accounts`, `patterns`, `meetings`, `holidays`)
/// @param changes the first two hundred, in words of the file
/// @param refused lines that are wrong; an import with any changes nothing
public record ImportPlan(String digest, Map<String, Counts> counts, List<Line> changes, List<Line> refused) {
    public ImportPlan {
        counts = Map.copyOf(counts);
        changes = List.copyOf(changes);
        refused = List.copyOf(refused);
    }

    public record Counts(int added, int changed, int removed, int unchanged) {}

    /// @param file within an archive; empty for a file alone
    /// @param line from 1; 0 where it is about the whole file
    /// @param what constant in kebab case: `student-added`, `number-malformed`
    /// @param subject the number, code or name it is about
    public record Line(String file, int line, String what, String subject) {}
}
