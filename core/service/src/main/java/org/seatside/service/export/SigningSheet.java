package org.seatside.service.export;

import java.util.List;

/// What a sheet to sign says, in words ready to print.
///
/// @param title what this is
/// @param section code and title
/// @param facts one line each: when, where
/// @param columns headings: row number, student number, name, recorded, signature
/// @param rows by student number
public record SigningSheet(String title, String section, List<String> facts, List<String> columns, List<Row> rows) {
    public SigningSheet {
        facts = List.copyOf(facts);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /// @param recorded what is on record already; blank for nothing
    public record Row(String number, String name, String recorded) {}
}
