package org.seatside.exchange.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipException;
import org.seatside.service.imports.ImportFiles;
import org.seatside.service.imports.ImportRow;

/// Reads every kind of file that imports come as.
public final class Intake implements ImportFiles {
    private final ZoneId campus;

    /// @param campus zone of times that do not name one
    public Intake(ZoneId campus) {
        this.campus = campus;
    }

    @Override
    public List<ImportRow> read(Path file, String name) throws IOException {
        if (Files.size(file) > Archive.BYTES) {
            throw Bad.tooLarge();
        }
        try {
            return rows(file, name.toLowerCase(Locale.ROOT));
        } catch (ZipException | EOFException e) {
            throw Bad.file("archive-damaged", "This is no zip file, or a damaged one.");
        }
    }

    private List<ImportRow> rows(Path file, String lower) throws IOException {
        return switch (lower.substring(lower.lastIndexOf('.') + 1)) {
            case "csv", "txt" -> {
                try (InputStream in = Files.newInputStream(file)) {
                    yield RosterTable.read(CsvFile.of(in), "");
                }
            }
            case "xlsx" -> RosterTable.read(new XlsxFile(file), "");
            case "zip" -> {
                try (Archive archive = Archive.open(file)) {
                    yield OneRoster.read(archive);
                }
            }
            case "jsonl" -> OlderUsers.read(file);
            case "ics" -> CalendarFile.read(file, campus);
            default ->
                throw Bad.file(
                        "file-kind-unknown",
                        "This comes as .csv, .xlsx, .zip (OneRoster 1.2), .ics (iCalendar) or .jsonl (users of"
                                + " the older service).");
        };
    }
}
