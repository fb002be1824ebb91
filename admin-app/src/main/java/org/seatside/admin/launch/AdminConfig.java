package org.seatside.admin.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;

/// What the admin app is told from outside; without any of it, it runs a node of its own.
///
/// @param nodes addresses of the nodes to work with; default none, which means a node inside the app
/// @param language `ko` or `en`; default the system's where it is one of them, else `en`
/// @param theme default light
/// @param textPercent 100 to 200; default 100
/// @param own the node inside the app
/// @param camera the camera that reads room tags
public record AdminConfig(List<URI> nodes, String language, Theme theme, Integer textPercent, Own own, Camera camera) {
    private static final int LARGEST = 200;

    public AdminConfig {
        nodes = orElse(nodes, List.of());
        language = orElse(language, systemLanguage());
        theme = orElse(theme, Theme.LIGHT);
        textPercent = orElse(textPercent, 100);
        own = orElse(own, Own.DEFAULT);
        camera = orElse(camera, Camera.FIRST);
        nodes.forEach(AdminConfig::check);
        if (!Messages.LANGUAGES.contains(Locale.of(language))) {
            throw new IllegalArgumentException("language is ko or en");
        }
        if (textPercent < 100 || textPercent > LARGEST) {
            throw new IllegalArgumentException("textPercent is 100 to 200");
        }
    }

    private static void check(URI node) {
        boolean http = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
        if (!http || node.getHost() == null) {
            throw new IllegalArgumentException("nodes are addresses such as https://node.example:8443");
        }
    }

    private static String systemLanguage() {
        String language = Locale.getDefault().getLanguage();
        return Messages.LANGUAGES.contains(Locale.of(language)) ? language : "en";
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    /// @param data folder of all that it keeps; default `.seatside/node` in the user's home
    /// @param port on the loopback address; default 8470, 0 for any free one
    public record Own(Path data, Integer port) {
        private static final Path FOLDER = Path.of(System.getProperty("user.home"), ".seatside", "node");
        private static final int PORT = 8470;
        static final Own DEFAULT = new Own(FOLDER, PORT);

        public Own {
            data = orElse(data, FOLDER);
            port = orElse(port, PORT);
        }
    }

    /// At most one of `folder` and `address`; without them, a camera plugged into this computer.
    ///
    /// @param name part of the camera's name; default the first one
    /// @param folder images in place of a camera
    /// @param address of a network camera (MJPEG over HTTP)
    public record Camera(
            String name, @Nullable Path folder, @Nullable URI address) {
        static final Camera FIRST = new Camera("", null, null);

        public Camera {
            name = orElse(name, "");
            if (folder != null && address != null) {
                throw new IllegalArgumentException("camera.folder and camera.address exclude each other");
            }
        }
    }
}
