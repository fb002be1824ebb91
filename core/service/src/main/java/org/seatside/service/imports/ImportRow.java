package org.seatside.service.imports;

import org.jspecify.annotations.Nullable;

/// One thing that a file says.
public sealed interface ImportRow {
    Origin origin();

    /// @param file within an archive; empty for a file alone
    /// @param line from 1
    record Origin(String file, int line) {}

    /// @param name null where the file has none: the student must be known
    /// @param active null where the file does not say
    record StudentRow(
            Origin origin,
            String number,
            @Nullable String name,
            @Nullable Boolean active) implements ImportRow {}

    /// @param building null where the file has none; so are floor and tag code
    /// @param tagCode text of the legacy tag, hexadecimal; a blank name then becomes the tag's own
    record RoomRow(
            Origin origin,
            String name,
            @Nullable String building,
            @Nullable String floor,
            @Nullable String tagCode) implements ImportRow {}

    /// @param title null where the file has none: the section must be known
    record SectionRow(Origin origin, String code, @Nullable String title) implements ImportRow {}

    /// @param out whether the student leaves the section
    record EnrolmentRow(Origin origin, String section, String number, boolean out) implements ImportRow {}

    /// A line that cannot be read.
    ///
    /// @param why constant in kebab case
    record BadRow(Origin origin, String why, String subject) implements ImportRow {}
}
