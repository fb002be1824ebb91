package org.seatside.kiosk.launch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.seatside.fx.Theme;
import org.seatside.kiosk.ui.KioskSetting;
import org.seatside.kiosk.ui.Operation;
import org.seatside.kiosk.ui.VisitSettings;

/// A kiosk's settings, read by [org.seatside.json.config.ConfigReader]. Whether it has a room of its own or is
/// on wheels is said by the node it is paired with.
///
/// @param nodes base addresses of the nodes, http or https; default `http://127.0.0.1:8470`
/// @param data folder of device key, pairing and outbox; default `.seatside/kiosk` in the home folder
/// @param pairingCode from the admin app, needed once; blank for a kiosk that is paired
/// @param language that it returns to after each visit; default ko
/// @param theme default light
/// @param textPercent size of texts to which it returns after each visit, 100 to 400; default 100
/// @param fullScreen default true
/// @param staffExit whether Ctrl+Shift+Q ends the program, for who develops or demonstrates; default false
/// @param staffCode 4 to 12 digits that open the staff's settings on the kiosk; default blank, which keeps
///     them closed
/// @param elsewhere where students go when this kiosk cannot record: `302호 조교실`; default blank
/// @param place where the kiosk stands, for who asks it: `2층 승강기 옆`; default blank
public record KioskConfig(
        List<URI> nodes,
        Path data,
        String pairingCode,
        Language language,
        Theme theme,
        Integer textPercent,
        Boolean fullScreen,
        Boolean staffExit,
        String staffCode,
        String elsewhere,
        String place,
        Screen screen,
        Camera camera,
        Access access) {
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
        staffCode = staffCode == null ? "" : staffCode.strip();
        elsewhere = elsewhere == null ? "" : elsewhere.strip();
        place = place == null ? "" : place.strip();
        if (nodes.isEmpty() || nodes.stream().anyMatch(node -> !isHttp(node))) {
            throw new IllegalArgumentException("nodes must be addresses such as http://127.0.0.1:8470");
        }
        if (textPercent < 100 || textPercent > 400) {
            throw new IllegalArgumentException("textPercent must be 100 to 400");
        }
        if (!staffCode.matches("([0-9]{4,12})?")) {
            throw new IllegalArgumentException("staffCode must be 4 to 12 digits");
        }
    }

    static boolean isHttp(URI node) {
        String scheme = node.getScheme();
        return node.getHost() != null && ("http".equals(scheme) || "https".equals(scheme));
    }

    KioskSetting setting(Locale shown) {
        return new KioskSetting(
                new VisitSettings(
                        shown,
                        theme,
                        textPercent / 100.0,
                        access.speech(),
                        access.timePercent() / 100.0,
                        access.lowReach(),
                        access.steadyHands(),
                        access.operation(),
                        Duration.ofMillis(access.paceMillis()),
                        VisitSettings.NAME_SHOWN),
                screen.diagonalInches() * MILLIMETRES_PER_INCH,
                elsewhere,
                place,
                camera.mirrored(),
                access.reducedMotion(),
                staffCode);
    }

    /// Without pairing code and staff code, so that it may stand in a log.
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
    ///     default false
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

    /// How the kiosk meets every visitor, before one sets it otherwise or a profile does.
    ///
    /// @param speech whether every state is spoken; default false
    /// @param timePercent how long it waits for visitors, 100 to 1000; default 100
    /// @param lowReach whether all that can be pressed is in the bottom third; default false
    /// @param steadyHands whether the same key twice within half a second counts once; default false
    /// @param operation direct, one-switch, two-switches or dwell; default direct
    /// @param paceMillis of the choice that moves by itself, and of a pointer that rests, 300 to 10000;
    ///     default 2000
    /// @param reducedMotion whether nothing on the screen moves by itself; default false
    /// @param headphones detect, always (such as a handset) or never; default detect
    public record Access(
            Boolean speech,
            Integer timePercent,
            Boolean lowReach,
            Boolean steadyHands,
            Operation operation,
            Integer paceMillis,
            Boolean reducedMotion,
            Headphones headphones) {
        public Access {
            speech = speech != null && speech;
            timePercent = timePercent == null ? 100 : timePercent;
            lowReach = lowReach != null && lowReach;
            steadyHands = steadyHands != null && steadyHands;
            operation = operation == null ? Operation.DIRECT : operation;
            paceMillis = paceMillis == null ? 2_000 : paceMillis;
            reducedMotion = reducedMotion != null && reducedMotion;
            headphones = headphones == null ? Headphones.DETECT : headphones;
            if (timePercent < 100 || timePercent > 1_000) {
                throw new IllegalArgumentException("timePercent must be 100 to 1000");
            }
            if (paceMillis < 300 || paceMillis > 10_000) {
                throw new IllegalArgumentException("paceMillis must be 300 to 10000");
            }
        }
    }

    /// Whether somebody listens alone.
    public enum Headphones {
        DETECT,
        ALWAYS,
        NEVER
    }

    /// The kinds of camera.
    public enum Source {
        WEBCAM,
        FOLDER,
        MJPEG
    }
}
