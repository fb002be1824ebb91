package org.seatside.kiosk.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.FrameSource;
import org.seatside.json.config.ConfigException;
import org.seatside.json.config.ConfigReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the kiosk: `[--config FILE] [--self-check [REPORT]]`.
///
/// Not by JavaFX's `Application`, which would begin with the window system: settings are read and the camera is
/// opened on one thread while log and window system start on another.
public final class KioskMain {
    static final String REPORT = "seatside-self-check.html";

    private static final int FAILED = 1;
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

    /// What a kiosk begins with.
    ///
    /// @param camera started
    private record Beginning(KioskConfig config, FrameSource camera) {
        static Beginning of(List<String> arguments) throws ConfigException {
            KioskConfig config = KioskMain.config(arguments);
            FrameSource camera = Cameras.of(config.camera(), config.data());
            camera.start();
            return new Beginning(config, camera);
        }
    }

    private KioskMain() {}

    /// Exit status 2 where arguments or settings cannot be used; with `--self-check` 1 where a number is not
    /// kept.
    public static void main(String[] arguments) {
        // Under a name of its own: whoever brings the kiosk along in another program decides about the log there.
        System.setProperty("logback.configurationFile", "org/seatside/kiosk/launch/logback.xml");
        try {
            List<String> given = List.of(arguments);
            Path report = Arguments.of(given).report();
            if (report != null) {
                System.exit(SelfCheckRun.run(config(given), report));
            }
            open(given);
        } catch (ConfigException | IllegalArgumentException e) {
            log().error("{}", e.getMessage());
            System.exit(BAD_USAGE);
        }
    }

    private static void open(List<String> arguments) throws ConfigException {
        FutureTask<Beginning> beginning = new FutureTask<>(() -> Beginning.of(arguments));
        Thread.ofPlatform().daemon().name("kiosk-beginning").start(beginning);
        // Takes a while, and would come later in any case.
        Logger log = log();
        try {
            Platform.startup(() -> show(beginning));
        } catch (UnsupportedOperationException e) {
            // Settings that cannot be used are the news, even where there is no screen.
            await(beginning).camera().close();
            log.error("There is no screen to show the kiosk on: {}", e.getMessage());
            System.exit(FAILED);
        }
    }

    /// The window is the program: when it closes, both end.
    private static void show(FutureTask<Beginning> beginning) {
        try {
            Beginning known = await(beginning);
            Stage stage = new Stage();
            Kiosk kiosk = new Kiosk(known.config(), known.camera(), _ -> {});
            stage.setOnHidden(_ -> kiosk.close());
            kiosk.show(stage);
        } catch (ConfigException e) {
            log().error("{}", e.getMessage());
            System.exit(BAD_USAGE);
        } catch (RuntimeException e) {
            // Without a window nothing would ever end it.
            log().error("The kiosk cannot be shown", e);
            System.exit(FAILED);
        }
    }

    private static Beginning await(FutureTask<Beginning> beginning) throws ConfigException {
        try {
            return beginning.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConfigException reason) {
                throw reason;
            }
            throw new IllegalStateException("The kiosk cannot begin", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted before the beginning", e);
        }
    }

    private static Logger log() {
        return LoggerFactory.getLogger(KioskMain.class);
    }

    /// @throws IllegalArgumentException where the arguments are none of ours
    static KioskConfig config(List<String> arguments) throws ConfigException {
        ConfigReader reader = new ConfigReader(System.getenv());
        Path file = Arguments.of(arguments).config();
        return file == null ? reader.readEnvironment(KioskConfig.class) : reader.read(file, KioskConfig.class);
    }
}
