package org.seatside.kiosk.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.seatside.fx.Theme;
import org.seatside.kiosk.ui.KioskSetting;

/// A kiosk's settings, read by [org.seatside.json.config.ConfigReader]. Whether it has a room of its own or is
/// on wheels is said by the node it is paired with.
///
/// @param nodes base addresses of the nodes, http or https; default `http://127.0.0.1:8470`
/// @param data folder of device key, pairing and outbox; default `.seatside/kiosk` in the home folder
/// @param pairingCode from the admin app, needed once; blank for a kiosk that is paired
/// @param language that it returns to after each visit; default ko
/// @param theme default light
/// @param textPercent size of texts to which it returns after each visit, 100 to 200; default 100
/// @param fullScreen default true
/// @param staffExit whether Ctrl+Shift+Q ends the program; default false
/// @param elsewhere where students go when this kiosk cannot record: `302호 조교실`; default blank
public record KioskConfig(
        List<URI> nodes,
        Path data,
        String pairingCode,
        Language language,
        Theme theme,
        Integer textPercent,
        Boolean fullScreen,
        Boolean staffExit,
        String elsewhere,
        Screen screen,
        Camera camera) {
    private static final double MILLIMETRES_PER_INCH = 25.4;

    public KioskConfig {
        nodes = nodes == null ? List.of(URI.create("http://127.0.0.1:8470")) : List.copyOf(nodes);
        data = data == null ? Path.of(System.getProperty("user.home"), ".seatside", "kiosk") : data;
        pairingCode = pairingCode == null ? "" : pairingCode.strip();
        language = language == null ? Language.KO : language;
        theme = theme == null ? Theme.LIGHT : theme;
        textPercent = textPercent == null ? 100 : textPercent;
        fullScreen = fullScreen == null || fullScreen;
        staffExit = staffExit != null && staffExit;
        elsewhere = elsewhere == null ? "" : elsewhere.strip();
        if (nodes.isEmpty() || nodes.stream().anyMatch(node -> !isHttp(node))) {
            throw new IllegalArgumentException("nodes must be addresses such as http://127.0.0.1:8470");
        }
        if (textPercent < 100 || textPercent > 200) {
            throw new IllegalArgumentException("textPercent must be 100 to 200");
        }
    }

    private static boolean isHttp(URI node) {
        String scheme = node.getScheme();
        return node.getHost() != null && ("http".equals(scheme) || "https".equals(scheme));
    }

    KioskSetting setting() {
        return new KioskSetting(
                language.locale(),
                theme,
                screen.diagonalInches() * MILLIMETRES_PER_INCH,
                textPercent / 100.0,
                elsewhere,
                camera.mirrored());
    }

    /// Without the pairing code, so that it may stand in a log.
    @Override
    public String toString() {
        return "KioskConfig[nodes=" + nodes + ", camera=" + camera.source() + "]";
    }

    /// Languages of the screen.
    public enum Language {
        KO,
        EN;

        Locale locale() {
            return this == KO ? Locale.KOREAN : Locale.ENGLISH;
        }
    }

    /// The screen it stands on. A window smaller than the screen shows the same picture smaller.
    ///
    /// @param diagonalInches default 21.5
    /// @param width of the window in pixels where it is not full screen; default 1280
    /// @param height likewise; default 720
    public record Screen(Double diagonalInches, Integer width, Integer height) {
        public Screen {
            diagonalInches = diagonalInches == null ? 21.5 : diagonalInches;
            width = width == null ? 1280 : width;
            height = height == null ? 720 : height;
            if (!(diagonalInches >= 5 && diagonalInches <= 100)) {
                throw new IllegalArgumentException("diagonalInches must be 5 to 100");
            }
            if (width < 320 || height < 320) {
                throw new IllegalArgumentException("width and height must be at least 320");
            }
        }
    }

    /// Where pictures come from.
    ///
    /// @param source default webcam
    /// @param device part of the webcam's name; blank for the first
    /// @param width wanted of the webcam; default 1280
    /// @param height wanted of the webcam; default 720
    /// @param folder of images, for the source folder
    /// @param framesPerSecond of the source folder; default 2
    /// @param address of the source mjpeg
    /// @param mirrored whether the picture is shown like a mirror; default true
    /// @param cardCodes whether Code 128, Code 39 and Data Matrix of student cards are read beside QR codes;
    ///     default
    ///     false
    public record Camera(
            Source source,
            String device,
            Integer width,
            Integer height,
            Path folder,
            Double framesPerSecond,
            String address,
            Boolean mirrored,
            Boolean cardCodes) {
        public Camera {
            source = source == null ? Source.WEBCAM : source;
            device = device == null ? "" : device;
            width = width == null ? 1280 : width;
            height = height == null ? 720 : height;
            framesPerSecond = framesPerSecond == null ? 2.0 : framesPerSecond;
            folder = folder == null ? Path.of("") : folder;
            address = address == null ? "" : address;
            mirrored = mirrored == null || mirrored;
            cardCodes = cardCodes != null && cardCodes;
            if (source == Source.FOLDER && folder.toString().isEmpty()) {
                throw new IllegalArgumentException("folder must name a folder of images where source is folder");
            }
            if (source == Source.MJPEG && address.isBlank()) {
                throw new IllegalArgumentException("address must be given where source is mjpeg");
            }
            if (!(framesPerSecond >= 0.01 && framesPerSecond <= 1_000)) {
                throw new IllegalArgumentException("framesPerSecond must be 0.01 to 1000");
            }
        }
    }

    /// The kinds of camera.
    public enum Source {
        WEBCAM,
        FOLDER,
        MJPEG
    }
}
