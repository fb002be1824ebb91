package org.seatside.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// The report of a day.
///
/// @param folder where a file goes every day; null for no reports
/// @param at on the campus's clocks; default 18:00
/// @param webhook is told the same as JSON, under the rules of webhooks; null for nobody
public record ReportConfig(
        @Nullable Path folder, LocalTime at, @Nullable URI webhook) {
    static final ReportConfig NONE = new ReportConfig(null, LocalTime.of(18, 0), null);

    public ReportConfig {
        at = at == null ? LocalTime.of(18, 0) : at;
        if (webhook != null && folder == null) {
            throw new IllegalArgumentException("connectors.report.folder is needed: what is there was told");
        }
    }
}
