package org.seatside.service.search;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.SearchKind;

/// Something that can be found.
///
/// @param hit what a find is shown as
/// @param text all that it can be found by, ready to compare: parts between line breaks, the name first
public record SearchEntry(SearchHit hit, String text) {
    /// @param more texts to find it by beside title and detail; null and blank ones are left out
    public static SearchEntry of(SearchKind kind, UUID id, String title, String detail, List<@Nullable String> more) {
        StringBuilder text =
                new StringBuilder(Hangul.normal(title)).append('\n').append(Hangul.normal(detail));
        for (String part : more) {
            if (part != null && !part.isBlank()) {
                text.append('\n').append(Hangul.normal(part));
            }
        }
        return new SearchEntry(new SearchHit(kind, id, title, detail), text.toString());
    }
}
