package org.seatside.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.exchange.print.SigningSheetPdf;
import org.seatside.exchange.table.Tables;
import org.seatside.model.api.ExportFormat;
import org.seatside.service.export.SigningSheet;
import org.seatside.service.export.TableFormats;
import org.seatside.service.export.TableWriter;

/// All the files that exports come as. The computer's fonts are looked for when the first paper is asked for: a
/// node that prints none does not wait for it.
public final class ExportFiles implements TableFormats {
    private @Nullable SigningSheetPdf paper;

    @Override
    public TableWriter table(ExportFormat format, ZoneId zone, OutputStream out) {
        return Tables.of(format, zone, out);
    }

    @Override
    public void signingSheet(SigningSheet sheet, Locale language, OutputStream out) throws IOException {
        paper().write(sheet, language, out);
    }

    private synchronized SigningSheetPdf paper() {
        SigningSheetPdf known = paper;
        if (known == null) {
            known = new SigningSheetPdf(PrintFonts.ofThisComputer());
            paper = known;
        }
        return known;
    }
}
