package org.seatside.kiosk.launch;

import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.json.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The kiosk as a program of its own.
public final class KioskApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(KioskApp.class);

    private @Nullable Kiosk kiosk;

    @Override
    public void start(Stage stage) throws ConfigException {
        KioskConfig config = KioskMain.config(getParameters().getRaw());
        try {
            Kiosk opened = new Kiosk(config, Cameras.of(config.camera()), _ -> {});
            kiosk = opened;
            opened.show(stage);
        } catch (UnusableKioskException e) {
            LOG.error("{}", e.getMessage());
            Platform.exit();
        }
    }

    @Override
    public void stop() {
        Kiosk opened = kiosk;
        if (opened != null) {
            opened.close();
        }
    }
}
