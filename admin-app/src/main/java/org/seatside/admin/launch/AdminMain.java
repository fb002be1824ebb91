package org.seatside.admin.launch;

import java.nio.file.Path;
import java.util.List;
import javafx.application.Application;
import org.seatside.json.config.ConfigException;
import org.seatside.json.config.ConfigReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the admin app: `[--config FILE]`. Not an [Application] itself, since the JVM refuses to start one from
/// the class path.
public final class AdminMain {
    private static final int BAD_USAGE = 2;

    private AdminMain() {}

    /// Exit status 2 where arguments or settings cannot be used.
    public static void main(String[] arguments) {
        // Under a name of its own: whoever brings the app along in another program decides about the log there.
        System.setProperty("logback.configurationFile", "org/seatside/admin/launch/logback.xml");
        Logger log = LoggerFactory.getLogger(AdminMain.class);
        try {
            config(List.of(arguments));
        } catch (ConfigException | IllegalArgumentException e) {
            log.error("{}", e.getMessage());
            System.exit(BAD_USAGE);
        }
        Application.launch(AdminApp.class, arguments);
    }

    /// @throws IllegalArgumentException where the arguments are none of ours
    static AdminConfig config(List<String> arguments) throws ConfigException {
        ConfigReader reader = new ConfigReader(System.getenv());
        if (arguments.isEmpty()) {
            return reader.readEnvironment(AdminConfig.class);
        }
        if (arguments.size() == 2 && arguments.getFirst().equals("--config")) {
            return reader.read(Path.of(arguments.getLast()), AdminConfig.class);
        }
        throw new IllegalArgumentException("Usage: seatside admin [--config FILE]");
    }
}
