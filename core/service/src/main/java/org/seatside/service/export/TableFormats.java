package org.seatside.service.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;
import org.seatside.model.api.ExportFormat;

/// Makes the files that exports come as. Thread-safe.
public interface TableFormats {
    /// @param format one for tables: not [ExportFormat#PDF]
    /// @param zone in which times are shown
    TableWriter table(ExportFormat format, ZoneId zone, OutputStream out) throws IOException;

    /// Paper for a class to sign, A4, as many pages as the class takes.
    ///
    /// @param language of the texts, for who reads the paper by ear
    void signingSheet(SigningSheet sheet, Locale language, OutputStream out) throws IOException;
}
