package org.seatside.admin.attendance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
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

/// Exports into files: asks why and where, then writes beside whatever else the person does. A file is whole or not
/// there.
public final class ExportViewModel {
    private final NodeLink link;
    private final WorkViewModel work;
    private final FileDialogs dialogs;
    private final Messages messages;
    private final ReasonViewModel reason;

    /// @param reason asks on the page
    public ExportViewModel(Workplace workplace, ReasonViewModel reason) {
        this.link = workplace.link();
        this.work = workplace.work();
        this.dialogs = workplace.dialogs();
        this.messages = workplace.display().messages();
        this.reason = reason;
    }

    /// @param what below the node's exports: `check-ins`, `sections/{id}`
    /// @param name of the file, without its ending
    public void export(String what, ExportFilter filter, ExportFormat format, String name) {
        String file = name + "." + format.extension();
        reason.ask(
                Notice.news("export.ask", file),
                "export.go",
                why -> dialogs.saveFile(file).ifPresent(to -> start(new Wanted(what, filter, format, why, to))));
    }

    private void start(Wanted wanted) {
        String name = String.valueOf(wanted.to().getFileName());
        String language = messages.language().get().getLanguage();
        work.start(
                Notice.news("export.work", name),
                progress -> write(wanted, language, progress),
                saved -> new Work.Result(
                        Notice.done("export.done", name), "print.openFolder", () -> dialogs.showFolder(folder(saved))));
    }

    private Path write(Wanted wanted, String language, Work progress) throws Exception {
        Path whole = wanted.to().toAbsolutePath();
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

    private record Wanted(String what, ExportFilter filter, ExportFormat format, String reason, Path to) {}

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
