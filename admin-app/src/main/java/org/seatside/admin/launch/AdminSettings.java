package org.seatside.admin.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.seatside.admin.ui.Preferences;
import org.seatside.camera.FrameSource;
import org.seatside.fx.Theme;

/// What an [Admin] window starts with; the person can change language, theme and text size later.
///
/// @param textScale 1 to 2
/// @param width of the window's content at first, in pixels
/// @param height of the window's content at first, in pixels
/// @param cameras opens the camera that reads room tags
/// @param browser shows an address or a folder to the person, usually `HostServices.showDocument`
/// @param preferences what is remembered of how somebody likes tables and navigation
public record AdminSettings(
        Locale language,
        Theme theme,
        double textScale,
        double width,
        double height,
        Supplier<FrameSource> cameras,
        Consumer<URI> browser,
        Preferences preferences) {
    public static final double WIDTH = 1280;
    public static final double HEIGHT = 800;

    private static final Path REMEMBERED = Path.of(System.getProperty("user.home"), ".seatside", "admin.properties");

    /// One that remembers as long as it runs.
    public AdminSettings(
            Locale language,
            Theme theme,
            double textScale,
            double width,
            double height,
            Supplier<FrameSource> cameras,
            Consumer<URI> browser) {
        this(language, theme, textScale, width, height, cameras, browser, Preferences.inMemory());
    }

    static AdminSettings of(AdminConfig config, Consumer<URI> browser) {
        return new AdminSettings(
                Locale.of(config.language()),
                config.theme(),
                config.textPercent() / 100.0,
                WIDTH,
                HEIGHT,
                Cameras.of(config.camera()),
                browser,
                FilePreferences.at(REMEMBERED));
    }
}
