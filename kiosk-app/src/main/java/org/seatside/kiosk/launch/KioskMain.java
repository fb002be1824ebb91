package org.seatside.kiosk.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;
import org.seatside.json.config.ConfigException;
import org.seatside.json.config.ConfigReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the kiosk: `[--config FILE] [--self-check [REPORT]]`. Not an [Application] itself, since the JVM
/// refuses to start one from the class path.
public final class KioskMain {
    static final String REPORT = "seatside-self-check.html";

    private static final int BAD_USAGE = 2;
    private static final String USAGE = "Usage: seatside kiosk [--config FILE] [--self-check [REPORT.html]]";

    /// What the arguments say.
    ///
    /// @param config null for the environment alone
    /// @param report where the report of the self-check goes; null where none is wanted
    record Arguments(@Nullable Path config, @Nullable Path report) {
        /// @throws IllegalArgumentException where the arguments are none of ours
        static Arguments of(List<String> given) {
            List<String> left = new ArrayList<>(given);
            Path config = null;
            Path report = null;
            while (!left.isEmpty()) {
                String option = left.removeFirst();
                Optional<String> value = left.stream().findFirst().filter(next -> !next.startsWith("--"));
                if (option.equals("--config") && config == null && value.isPresent()) {
                    config = Path.of(left.removeFirst());
                } else if (option.equals("--self-check") && report == null) {
                    report = Path.of(value.isPresent() ? left.removeFirst() : REPORT);
                } else {
                    throw new IllegalArgumentException(USAGE);
                }
            }
            return new Arguments(config, report);
        }
    }

    private KioskMain() {}

    /// Exit status 2 where arguments or settings cannot be used; with `--self-check` 1 where a number is not
    /// kept.
    public static void main(String[] arguments) {
        // Under a name of its own: whoever brings the kiosk along in another program decides about the log there.
        System.setProperty("logback.configurationFile", "org/seatside/kiosk/launch/logback.xml");
        Logger log = LoggerFactory.getLogger(KioskMain.class);
        try {
            Path report = Arguments.of(List.of(arguments)).report();
            KioskConfig config = config(List.of(arguments));
            if (report != null) {
                System.exit(SelfCheckRun.run(config, report));
            }
        } catch (ConfigException | IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            System.exit(BAD_USAGE);
        }
        Application.launch(KioskApp.class, arguments);
    }

    /// @throws IllegalArgumentException where the arguments are none of ours
    static KioskConfig config(List<String> arguments) throws ConfigException {
        ConfigReader reader = new ConfigReader(System.getenv());
        Path file = Arguments.of(arguments).config();
        return file == null ? reader.readEnvironment(KioskConfig.class) : reader.read(file, KioskConfig.class);
    }
}
