package org.seatside.admin.attendance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.entry.Unreadable;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.ReasonViewModel;
import org.seatside.admin.ui.Work;
import org.seatside.admin.ui.WorkViewModel;
import org.seatside.admin.ui.Workplace;
import org.seatside.fx.Messages;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.api.Role;
import org.seatside.model.roster.Section;

/// Exports into files: asks what, as what, of which days, why and where, then writes beside whatever else the
/// person does. A file is whole or not there.
public final class ExportViewModel {
    private final NodeLink link;
    private final WorkViewModel work;
    private final FileDialogs dialogs;
    private final Messages messages;
    private final ZoneId zone;
    private final boolean all;

    public ExportViewModel(Workplace workplace) {
        this.link = workplace.link();
        this.work = workplace.work();
        this.dialogs = workplace.dialogs();
        this.messages = workplace.display().messages();
        this.zone = workplace.clock().getZone();
        this.all = workplace.hasAny(Role.ADMINISTRATOR);
    }

    /// The question for an export.
    ///
    /// @param section whose sheet is shown; null for none
    /// @param opened what is meant where nothing else is chosen
    /// @param from first day at first; null for since ever
    /// @param only outcome at first; null for any
    EntryForm<Wanted> form(
            @Nullable Section section,
            ExportWhat opened,
            @Nullable LocalDate from,
            LogFilter.@Nullable Kind only,
            Runnable close) {
        List<ExportWhat> choices = Arrays.stream(ExportWhat.values())
                .filter(it -> it.ofAll() ? all : section != null)
                .toList();
        Picked<ExportWhat> what = new Picked<>(
                "export.what",
                null,
                null,
                choices,
                (it, words) -> it == ExportWhat.SHEET && section != null
                        ? words.now(it.key(), section.title())
                        : words.now(it.key()));
        Picked<ExportFormat> format =
                new Picked<>("export.format", null, null, opened.formats(), (it, words) -> words.now(key(it)));
        Typed<@Nullable LocalDate> first =
                Typed.dayOrNone("export.from", "export.days.hint").with(from);
        Typed<@Nullable LocalDate> last = Typed.dayOrNone("export.until", null);
        Picked<LogFilter.Kind> outcome = new Picked<>(
                "export.outcome",
                "export.outcome.hint",
                "export.outcome.any",
                Arrays.stream(LogFilter.Kind.values())
                        .filter(kind -> kind.outcome() != null)
                        .toList(),
                (it, words) -> words.now(it.key()));
        outcome.with(only);
        Typed<String> reason = new Typed<>("reason.field", "reason.hint", Typed.Shape.LINE, ExportViewModel::reason);
        what.value().addListener((_, _, now) -> offer(format, now));
        what.with(choices.contains(opened) ? opened : choices.isEmpty() ? null : choices.getFirst());
        EntryForm<Wanted> form = EntryForm.here(
                link,
                List.<Input>of(what, format, first, last, outcome, reason),
                () -> new Wanted(
                        what.one() == ExportWhat.SHEET && section != null
                                ? "sections/" + section.id()
                                : what.one().path(),
                        filter(
                                first.value(),
                                last.value(),
                                what.one() == ExportWhat.CHECK_INS
                                        ? outcome.picked()
                                                .map(LogFilter.Kind::outcome)
                                                .orElse(null)
                                        : null),
                        format.one(),
                        reason.value(),
                        what.one() == ExportWhat.SHEET && section != null
                                ? section.code() + " " + section.title()
                                : messages.now(what.one().key())),
                wanted -> {
                    ask(wanted);
                    close.run();
                });
        return form.require(
                () -> {
                    LocalDate begins = first.value();
                    LocalDate ends = last.value();
                    return begins == null || ends == null || !ends.isBefore(begins);
                },
                last,
                Notice.failed("catalogue.days.reversed"));
    }

    /// Keeps the format chosen where there is such a file of what is chosen now.
    private static void offer(Picked<ExportFormat> format, @Nullable ExportWhat what) {
        if (what != null) {
            ExportFormat before = format.value().get();
            format.options().setAll(what.formats());
            format.with(
                    before != null && what.formats().contains(before)
                            ? before
                            : what.formats().getFirst());
        }
    }

    private static String reason(String typed) throws Unreadable {
        if (typed.length() < ReasonViewModel.SHORTEST) {
            throw new Unreadable(Notice.failed("reason.missing"));
        }
        return typed;
    }

    private static String key(ExportFormat format) {
        return switch (format) {
            case XLSX -> "export.format.xlsx";
            case ODS -> "export.format.ods";
            case CSV -> "export.format.csv";
            case JSONL -> "export.format.jsonl";
            case PDF -> "export.format.pdf";
        };
    }

    private ExportFilter filter(@Nullable LocalDate first, @Nullable LocalDate last, @Nullable String outcome) {
        return new ExportFilter(start(first, 0), start(last, 1), null, null, null, null, outcome, null);
    }

    private @Nullable Instant start(@Nullable LocalDate day, int daysLater) {
        return day == null ? null : day.plusDays(daysLater).atStartOfDay(zone).toInstant();
    }

    private void ask(Wanted wanted) {
        dialogs.saveFile(wanted.name() + "." + wanted.format().extension()).ifPresent(to -> start(wanted, to));
    }

    private void start(Wanted wanted, Path to) {
        String name = String.valueOf(to.getFileName());
        String language = messages.language().get().getLanguage();
        work.start(
                Notice.news("export.work", name),
                progress -> write(wanted, to, language, progress),
                saved -> new Work.Result(
                        Notice.done("export.done", name), "print.openFolder", () -> dialogs.show(folder(saved))));
    }

    private Path write(Wanted wanted, Path to, String language, Work progress) throws Exception {
        Path whole = to.toAbsolutePath();
        Path part;
        try {
            part = Files.createTempFile(folder(whole), ".export", null);
        } catch (IOException e) {
            throw new WorkViewModel.FileFailure(Notice.failed("file.notSaved", String.valueOf(folder(whole))), e);
        }
        try {
            try (OutputStream out = new Counting(Files.newOutputStream(part), progress)) {
                link.client().export(wanted.what(), wanted.filter(), wanted.format(), language, wanted.reason(), out);
            }
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /// An export as it was asked for.
    ///
    /// @param what below the node's exports
    /// @param name of the file, without its ending
    record Wanted(String what, ExportFilter filter, ExportFormat format, String reason, String name) {}

    /// Tells how much was written; ends when the work is cancelled.
    private static final class Counting extends OutputStream {
        private static final int STEP = 64 * 1024;

        private final OutputStream out;
        private final Work progress;
        private long written;
        private long told;

        Counting(OutputStream out, Work progress) {
            this.out = out;
            this.progress = progress;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
            written += count;
            if (written - told >= STEP) {
                told = written;
                String size = String.format(Locale.ROOT, "%.1f MB", written / 1e6);
                progress.at(Work.UNKNOWN, Notice.news("export.written", size));
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
