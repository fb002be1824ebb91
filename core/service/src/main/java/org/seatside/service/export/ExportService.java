package org.seatside.service.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Meeting;
import org.seatside.service.RefusedException;

/// Writes what was recorded into files of other programs, row by row: memory does not depend on how much it is,
/// and while a part of it is being taken nothing of the view is held. Thread-safe.
public final class ExportService {
    private static final int AT_ONCE = 4;
    private static final int LONGEST_REASON = 500;

    private final ExportStore store;
    private final TableFormats formats;
    private final ExportJournal journal;
    private final ZoneId campus;
    private final InstantSource clock;
    private final Executor threads;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /// @param journal told of every export before its first byte
    /// @param campus in whose time zone files show times
    /// @param threads runs the reading of the next rows while those before are written
    public ExportService(
            ExportStore store,
            TableFormats formats,
            ExportJournal journal,
            ZoneId campus,
            InstantSource clock,
            Executor threads) {
        this.store = store;
        this.formats = formats;
        this.journal = journal;
        this.campus = campus;
        this.clock = clock;
        this.threads = threads;
    }

    /// All check-ins that fit, in the order of the log, up to the newest one of now.
    public Export checkIns(ExportFilter filter, ExportRequest request) {
        requireTable(request.format());
        return export("check-ins", null, filter, request, out -> {
            TableWriter table = formats.table(request.format(), campus, out);
            EventTable rows = new EventTable(words(request), table);
            rows.begin();
            each(store.events(filter), rows::add);
            table.finish();
        });
    }

    /// All records that fit, by time or in the order in which they came.
    public Export attendance(ExportFilter filter, ExportRequest request) {
        requireTable(request.format());
        return export("attendance", null, filter, request, out -> {
            TableWriter table = formats.table(request.format(), campus, out);
            AttendanceTable rows = new AttendanceTable(words(request), table);
            rows.begin();
            each(store.attendance(filter), rows::add);
            table.finish();
        });
    }

    /// Totals and shares of what was attended, for each student, section or department.
    public Export summary(SummaryBy by, ExportFilter filter, ExportRequest request) {
        requireTable(request.format());
        return export(
                "summary",
                null,
                filter,
                request,
                out -> new SummaryTable(words(request), formats.table(request.format(), campus, out))
                        .write(by, store.summary(by, filter)));
    }

    /// A section's students and classes, with totals.
    public Export sheet(SectionId section, ExportRequest request) {
        requireTable(request.format());
        ClassSheet sheet = sheet(section);
        return export(
                "sheet",
                section,
                ExportFilter.ALL,
                request,
                out -> new SheetTable(
                                words(request), formats.table(request.format(), campus, out), campus, clock.instant())
                        .write(sheet));
    }

    /// Paper for one class to sign, as PDF whatever the request says.
    ///
    /// @param meeting one of the section's that is held
    public Export signingSheet(SectionId section, MeetingId meeting, ExportRequest request) {
        ClassSheet sheet = sheet(section);
        Meeting found = held(sheet, meeting);
        SigningSheet paper = new SigningPaper(ExportWords.in(request.language()), campus).of(sheet, found);
        ExportRequest asPaper =
                new ExportRequest(ExportFormat.PDF, request.language(), request.reason(), request.actor());
        return export(
                "signing-sheet",
                section,
                ExportFilter.ALL,
                asPaper,
                out -> formats.signingSheet(paper, request.language(), out));
    }

    /// What is recorded of one class, for Moodle's attendance module to import.
    ///
    /// @param meeting one of the section's that is held
    public Export marks(SectionId section, MeetingId meeting, ExportRequest request) {
        requireTable(request.format());
        ClassSheet sheet = sheet(section);
        MeetingId found = held(sheet, meeting).id();
        return export(
                "marks",
                section,
                ExportFilter.ALL,
                request,
                out -> new MoodleMarks(formats.table(request.format(), campus, out)).write(sheet, found));
    }

    private static Meeting held(ClassSheet sheet, MeetingId meeting) {
        return sheet.meetings().stream()
                .filter(one -> one.id().equals(meeting))
                .findFirst()
                .orElseThrow(RefusedException::noSuchEntry);
    }

    /// What is done with a row.
    private interface Row<T> {
        void add(T row) throws IOException;
    }

    private <T> void each(Iterator<List<T>> list, Row<T> rows) throws IOException {
        Ahead<List<T>> parts = new Ahead<>(list, threads);
        for (List<T> part = parts.next(); part != null; part = parts.next()) {
            for (T row : part) {
                rows.add(row);
            }
        }
    }

    private ClassSheet sheet(SectionId section) {
        return store.sheet(section).orElseThrow(RefusedException::noSuchEntry);
    }

    private static ExportWords words(ExportRequest request) {
        return request.format() == ExportFormat.JSONL ? ExportWords.forPrograms() : ExportWords.in(request.language());
    }

    private static void requireTable(ExportFormat format) {
        if (format == ExportFormat.PDF) {
            throw RefusedException.invalid("format-not-possible", "This comes as csv, xlsx, ods or jsonl.");
        }
    }

    /// @throws RefusedException where others are being written: each holds a thread for as long as its reader
    ///     likes
    private Export export(
            String name, @Nullable SectionId subject, ExportFilter filter, ExportRequest request, Body body) {
        if (places.availablePermits() == 0) {
            throw tooMany();
        }
        String reason = request.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw RefusedException.invalid("reason-needed", "Say why, in 1 to 500 characters: it is put on record.");
        }
        journal.note(
                "export-" + name,
                subject == null ? null : subject.toString(),
                filter.equals(ExportFilter.ALL) ? reason : reason + " " + filter,
                request.actor());
        String file = "seatside-" + name + "-" + LocalDate.ofInstant(clock.instant(), campus) + "."
                + request.format().extension();
        return new Export(file, request.format().mediaType(), out -> {
            if (!places.tryAcquire()) {
                throw tooMany();
            }
            try {
                body.writeTo(out);
            } finally {
                places.release();
            }
        });
    }

    private static RefusedException tooMany() {
        return new RefusedException(
                RefusedException.Kind.TOO_MANY_ATTEMPTS,
                "exports-running",
                "Other exports are being written: try again when one has ended.");
    }

    /// A file to be written.
    ///
    /// @param name for the file, in ASCII
    public record Export(String name, String mediaType, Body body) {}

    /// The content of a file.
    public interface Body {
        /// Writes all of it, once; what the stream throws ends it.
        void writeTo(OutputStream out) throws IOException;
    }
}
