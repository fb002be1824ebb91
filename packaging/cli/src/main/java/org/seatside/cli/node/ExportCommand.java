package org.seatside.cli.node;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Takes what was recorded out of a node, into a file.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Write what was recorded into a file.",
        footer = {
            "",
            "export check-ins -o all.csv --reason \"term report\"        every check-in",
            "export check-ins -o one.csv --trace 1A2B3C4D --reason ...   the one with this trace on the kiosk's screen",
            "export attendance -o march.xlsx --from 2026-03-01 --until 2026-04-01 --reason ...",
            "export sheet -o sheet.xlsx --section ID --reason ...        students and classes of a section, with totals",
            "export students -o totals.ods --reason ...                  totals and percentages; or sections, departments",
            "export sign -o paper.pdf --section ID --meeting ID --reason ...",
            "",
            "The file appears under its name when all of it is there. Days are those of the campus; instants such as",
            "2026-03-02T00:00:00Z are taken as they are. The reason is put on record.",
            "",
            "Exit status: 0 when the file is complete; 1 when it could not be made; 2 for bad usage."
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SignInOptions signIn;

    @Parameters(
            paramLabel = "WHAT",
            description = "check-ins, attendance, students, sections, departments, sheet or sign.")
    private String what;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where to; its ending says how.")
    private Path out;

    @Option(names = "--format", paramLabel = "csv|xlsx|ods|jsonl|pdf", description = "How, whatever the file's ending.")
    private @Nullable String format;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; goes on record.")
    private String reason;

    @Option(names = "--lang", paramLabel = "ko|en", description = "Language of the headings; default: yours.")
    private @Nullable String language;

    @Option(names = "--from", paramLabel = "DAY", description = "First day or instant.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "DAY", description = "The day or instant that is out again.")
    private @Nullable String until;

    @Option(names = "--student", paramLabel = "ID", description = "Of one student.")
    private @Nullable String student;

    @Option(names = "--section", paramLabel = "ID", description = "Of one section.")
    private @Nullable String section;

    @Option(names = "--meeting", paramLabel = "ID", description = "The class to sign for.")
    private @Nullable String meeting;

    @Option(names = "--room", paramLabel = "ID", description = "Of one room.")
    private @Nullable String room;

    @Option(names = "--kiosk", paramLabel = "ID", description = "Of one kiosk.")
    private @Nullable String kiosk;

    @Option(names = "--outcome", paramLabel = "KIND", description = "Such as Present, Late or NotEnrolled.")
    private @Nullable String outcome;

    @Option(names = "--trace", paramLabel = "TRACE", description = "As the kiosk's screen showed it.")
    private @Nullable String trace;

    /// Filled in by picocli before [#call()].
    @SuppressWarnings("NullAway.Init")
    public ExportCommand() {}

    @Override
    public Integer call() {
        String path = path();
        ExportFormat as = format();
        try (NodeClient client = signIn.open(System.getenv())) {
            Path unfinished = out.resolveSibling(out.getFileName() + ".unfinished");
            write(client, path, as, unfinished);
            Files.move(unfinished, out, StandardCopyOption.REPLACE_EXISTING);
            return 0;
        } catch (ToolException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (NodeException e) {
            return failed(
                    String.valueOf(ToolException.of("the export failed", e).getMessage()));
        } catch (IOException e) {
            return failed("cannot write " + out + ": " + e.getMessage());
        }
    }

    private void write(NodeClient client, String path, ExportFormat as, Path file) throws NodeException, IOException {
        ExportFilter filter = filter(ZoneId.of(client.about().zone()));
        String spoken = language == null ? Locale.getDefault().getLanguage() : language;
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file))) {
            client.export(path, filter, as, spoken, reason, stream);
        } catch (NodeException | IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private String path() {
        return switch (what) {
            case "check-ins", "attendance" -> what;
            case "students", "sections", "departments" -> "summaries/" + what;
            case "sheet" -> "sections/" + needed("--section", section, SectionId::of);
            case "sign" ->
                "sections/" + needed("--section", section, SectionId::of) + "/meetings/"
                        + needed("--meeting", meeting, MeetingId::of);
            default ->
                throw usage(
                        "WHAT is check-ins, attendance, students, sections, departments, sheet or sign, not " + what);
        };
    }

    private ExportFormat format() {
        String name = String.valueOf(out.getFileName());
        String ending = format == null ? name.substring(name.lastIndexOf('.') + 1) : format;
        return Arrays.stream(ExportFormat.values())
                .filter(known -> known.extension().equals(ending.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> usage("the file ends in .csv, .xlsx, .ods, .jsonl or .pdf; or give --format"));
    }

    private ExportFilter filter(ZoneId campus) {
        return new ExportFilter(
                instant("--from", from, campus),
                instant("--until", until, campus),
                id("--student", student, StudentId::of),
                !what.equals("sheet") && !what.equals("sign") ? id("--section", section, SectionId::of) : null,
                id("--room", room, RoomId::of),
                id("--kiosk", kiosk, KioskId::of),
                outcome,
                trace);
    }

    private @Nullable Instant instant(String name, @Nullable String text, ZoneId campus) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(campus).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw usage(name + " takes a day such as 2026-03-02 or an instant such as 2026-03-02T00:00:00Z");
        }
    }

    private interface Reader<T> {
        T of(String text);
    }

    private <T> T needed(String name, @Nullable String text, Reader<T> reader) {
        T id = id(name, text, reader);
        if (id == null) {
            throw usage(what + " needs " + name);
        }
        return id;
    }

    private <T> @Nullable T id(String name, @Nullable String text, Reader<T> reader) {
        if (text == null) {
            return null;
        }
        try {
            return reader.of(text);
        } catch (IllegalArgumentException e) {
            throw usage(name + " takes an id such as 0198c0de-0000-7000-8000-000000000000");
        }
    }

    private int failed(String message) {
        spec.commandLine().getErr().println("seatside: " + message);
        return 1;
    }

    private ParameterException usage(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
