package org.seatside.kiosk.launch;

import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.seatside.json.config.ConfigException;

/// The kiosk as a program of its own.
public final class KioskApp extends Application {
    private @Nullable Kiosk kiosk;

    @Override
    public void start(Stage stage) throws ConfigException {
        KioskConfig config = KioskMain.config(getParameters().getRaw());
        Kiosk opened = new Kiosk(config, Cameras.of(config.camera(), config.data()), _ -> {});
        kiosk = opened;
        opened.show(stage);
    }

    @Override
    public void stop() {
        Kiosk opened = kiosk;
        if (opened != null) {
            opened.close();
        }
    }
}
