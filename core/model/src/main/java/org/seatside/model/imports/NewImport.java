package org.seatside.model.imports;

/// A file to come.
///
/// @param name with its ending, which says what it is: `csv`, `xlsx`, `zip` (OneRoster 1.2), `ics` (iCalendar),
///     `jsonl` (users of the older service)
/// @param bytes how many there will be
public record NewImport(String name, long bytes) {}
