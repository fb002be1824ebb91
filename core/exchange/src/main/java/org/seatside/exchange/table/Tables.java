package org.seatside.exchange.table;

import java.io.OutputStream;
import java.time.ZoneId;
import org.seatside.model.api.ExportFormat;
import org.seatside.service.export.TableWriter;

/// The kinds of tables there are.
public final class Tables {
    private Tables() {}

    /// @param zone in which times are shown
    /// @throws IllegalArgumentException for a format that is no table
    public static TableWriter of(ExportFormat format, ZoneId zone, OutputStream out) {
        return switch (format) {
            case CSV -> new CsvTable(zone, out);
            case XLSX -> new XlsxTable(zone, out);
            case ODS -> new OdsTable(zone, out);
            case JSONL -> new JsonLinesTable(out);
            case PDF -> throw new IllegalArgumentException("paper is no table");
        };
    }
}
