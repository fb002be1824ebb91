package org.seatside.kiosk.selfcheck;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.stage.Stage;
import org.seatside.fx.Typeface;
import org.seatside.kiosk.ui.KioskSetting;
import org.seatside.kiosk.ui.Rehearsal;
import org.seatside.kiosk.ui.ScreenScale;
import org.seatside.kiosk.ui.VisitSettings;

/// Opens every screen of the kiosk as configured, in both languages, at 100 % and 200 %, and measures it. On
/// the JavaFX thread; takes about a minute.
public final class SelfCheck {
    private static final List<Locale> LANGUAGES = List.of(Locale.KOREAN, Locale.ENGLISH);
    private static final List<Double> SCALES = List.of(1.0, 2.0);

    private final KioskSetting setting;
    private final Typeface typeface;
    private final double width;
    private final double height;
    private final List<String> sheets;

    /// A screen that was measured.
    record Shot(String name, BufferedImage picture) {}

    /// What was found, and what it looked like.
    ///
    /// @param scale of the screen that was measured
    public record Result(List<Finding> findings, List<Shot> shots, ScreenScale scale, double width, double height) {
        public Result {
            findings = List.copyOf(findings);
            shots = List.copyOf(shots);
        }

        /// Whether everything that was measured keeps its number.
        public boolean passed() {
            return !findings.isEmpty() && findings.stream().allMatch(Finding::passed);
        }

        /// One line for each measurement that does not.
        public List<String> failures() {
            return findings.stream()
                    .filter(finding -> !finding.passed())
                    .map(finding ->
                            finding.item() + " " + finding.screen() + ": " + finding.what() + " is " + finding.value())
                    .toList();
        }
    }

    /// @param width of the screen in pixels
    /// @param height of the screen in pixels
    public SelfCheck(KioskSetting setting, Typeface typeface, double width, double height) {
        this(setting, typeface, width, height, List.of());
    }

    /// @param sheets laid over the kiosk's own
    SelfCheck(KioskSetting setting, Typeface typeface, double width, double height, List<String> sheets) {
        this.setting = setting;
        this.typeface = typeface;
        this.width = width;
        this.height = height;
        this.sheets = sheets;
    }

    public Result run() {
        return run(LANGUAGES, SCALES, ".*");
    }

    /// @param only screens whose names match this
    Result run(List<Locale> languages, List<Double> scales, String only) {
        List<Finding> findings = new ArrayList<>();
        List<Shot> shots = new ArrayList<>();
        ScreenScale size = ScreenScale.of(setting.diagonalMillimetres(), typeface);
        for (Locale language : languages) {
            for (double scale : scales) {
                VisitSettings usual = setting.usual().withLanguage(language).withTextScale(scale);
                VisitSettings longest = usual.withTimeFactor(VisitSettings.LONGEST);
                Rehearsal rehearsal = new Rehearsal(setting.withUsual(usual), typeface, width, height);
                Rehearsal slow = new Rehearsal(setting.withUsual(longest), typeface, width, height);
                for (String name : rehearsal.names()) {
                    if (name.matches(only)) {
                        String full = "%s %.0f %% %s".formatted(language.getLanguage(), scale * 100, name);
                        shots.add(new Shot(full, check(rehearsal, slow, name, full, size, scale, findings)));
                    }
                }
            }
        }
        return new Result(findings, shots, size, width, height);
    }

    private BufferedImage check(
            Rehearsal rehearsal,
            Rehearsal slow,
            String name,
            String full,
            ScreenScale size,
            double scale,
            List<Finding> findings) {
        Rehearsal.Screen screen = rehearsal.open(name);
        Stage stage = new Stage();
        screen.scene().getStylesheets().addAll(sheets);
        stage.setScene(screen.scene());
        stage.setWidth(width);
        stage.setHeight(height);
        stage.show();
        try {
            return new ScreenCheck(screen, slow.open(name), full, size, scale).run(findings);
        } finally {
            stage.close();
        }
    }
}
