package org.seatside.kiosk.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import org.seatside.fx.Typeface;
import org.seatside.kiosk.selfcheck.Report;
import org.seatside.kiosk.selfcheck.SelfCheck;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The self-check as a command: without a display, on the screen that is configured.
final class SelfCheckRun {
    private static final Logger LOG = LoggerFactory.getLogger(SelfCheckRun.class);
    private static final int MOST_LINES = 40;

    private SelfCheckRun() {}

    /// @return exit status: 0 where every number is kept, 1 where one is not, or the report cannot be written
    static int run(KioskConfig config, Path report) {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CompletableFuture<SelfCheck.Result> done = new CompletableFuture<>();
        Platform.startup(() -> {
            try {
                Typeface typeface = Typeface.find();
                done.complete(new SelfCheck(
                                config.setting(config.language().locale()),
                                typeface,
                                config.screen().width(),
                                config.screen().height())
                        .run());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        SelfCheck.Result result = done.join();
        result.failures().stream().limit(MOST_LINES).forEach(failure -> LOG.warn("{}", failure));
        try {
            Report.write(result, Instant.now(), report);
        } catch (IOException e) {
            LOG.error("The report cannot be written to {}: {}", report, e.getMessage());
            return 1;
        }
        LOG.info(
                "{} measurements, {} do not keep their number; the report is {}",
                result.findings().size(),
                result.failures().size(),
                report.toAbsolutePath());
        return result.passed() ? 0 : 1;
    }
}
