package org.seatside.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.seatside.exchange.ExportFiles;
import org.seatside.json.Json;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.Statistics;
import org.seatside.service.attendance.RecordService;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;
import org.seatside.service.hook.HookSender;
import org.seatside.service.kiosk.KioskService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes what a day came to, once: a file that is there was written. It counts, and names nobody. One thread.
final class DailyReport {
    private static final Logger LOG = LoggerFactory.getLogger(DailyReport.class);

    private final ReportConfig config;
    private final RecordService records;
    private final KioskService kiosks;
    private final HookSender webhooks;
    private final Json json;
    private final ZoneId campus;
    private final InstantSource clock;

    DailyReport(
            ReportConfig config,
            RecordService records,
            KioskService kiosks,
            HookSender webhooks,
            Json json,
            ZoneId campus,
            InstantSource clock) {
        this.config = config;
        this.records = records;
        this.kiosks = kiosks;
        this.webhooks = webhooks;
        this.json = json;
        this.campus = campus;
        this.clock = clock;
    }

    /// @param silentKiosks names of paired kiosks that were not heard of today
    record Day(LocalDate day, Statistics statistics, List<String> silentKiosks) {}

    /// Writes today's, where it is time and it is not there.
    void writeIfDue() {
        Path folder = config.folder();
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), campus);
        if (folder == null || now.toLocalTime().isBefore(config.at())) {
            return;
        }
        LocalDate today = now.toLocalDate();
        Path file = folder.resolve("seatside-report-" + today + ".csv");
        if (Files.exists(file)) {
            return;
        }
        try {
            Day day = new Day(today, records.statistics(today, today), silent(today));
            Files.createDirectories(folder);
            Path unfinished = folder.resolve(file.getFileName() + ".unfinished");
            try (OutputStream out = Files.newOutputStream(unfinished)) {
                write(day, new ExportFiles().table(ExportFormat.CSV, campus, out));
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            tell(day);
        } catch (IOException e) {
            LOG.error("no report was written to {}; the next try is in a minute", folder, e);
        }
    }

    private List<String> silent(LocalDate today) {
        Instant midnight = today.atStartOfDay(campus).toInstant();
        return kiosks.kiosks().stream()
                .filter(view -> view.kiosk().paired())
                .filter(view -> view.lastSeen() == null || view.lastSeen().isBefore(midnight))
                .map(KioskView::kiosk)
                .map(kiosk -> kiosk.name())
                .toList();
    }

    private static void write(Day day, TableWriter table) throws IOException {
        table.begin(
                "Report",
                List.of(
                        new Column("day", "Day", 12),
                        new Column("what", "What", 16),
                        new Column("which", "Which", 24),
                        new Column("count", "Count", 10)));
        for (Statistics.CheckIns it : day.statistics().checkIns()) {
            row(table, day, "check-ins", it.hour() + " " + it.how() + " " + it.outcome(), it.count());
        }
        for (Statistics.Records it : day.statistics().records()) {
            row(table, day, "records", it.status() + " " + it.room(), it.count());
        }
        for (Statistics.Upstream it : day.statistics().upstream()) {
            row(table, day, "upstream", it.state().name(), it.count());
        }
        for (String kiosk : day.silentKiosks()) {
            row(table, day, "silent kiosk", kiosk, 1);
        }
        table.finish();
    }

    private static void row(TableWriter table, Day day, String what, String which, long count) throws IOException {
        table.text(day.day().toString());
        table.text(what);
        table.text(which);
        table.number(count);
        table.endRow();
    }

    private void tell(Day day) {
        if (config.webhook() == null) {
            return;
        }
        HookSender.Answer answer =
                webhooks.post(config.webhook(), Map.of("Content-Type", "application/json"), json.write(day));
        if (!(answer instanceof HookSender.Answer.Status(int code)) || code / 100 != 2) {
            LOG.warn("the report of {} was written, and not told: {}", day.day(), answer);
        }
    }
}
