package org.seatside.kiosk.selfcheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.fx.Theme;
import org.seatside.fx.Typeface;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.kiosk.ui.KioskSetting;
import org.seatside.kiosk.ui.Rehearsal;
import org.seatside.kiosk.ui.VisitSettings;

/// The kiosk keeps its own numbers, and what does not is caught.
@ExtendWith(HeadlessToolkit.class)
class SelfCheckTest {
    private static final Locale KOREAN = Locale.KOREAN;
    private static final KioskSetting SETTING =
            new KioskSetting(VisitSettings.plain(KOREAN, Theme.LIGHT), 546, "302호 조교실", "2층", true, false, "4711");

    @Test
    void everyScreenKeepsEveryNumber() throws Exception {
        List<String> names = Boolean.getBoolean("seatside.long")
                ? HeadlessToolkit.onScreen(() -> new Rehearsal(SETTING, Typeface.find(), 1280, 720).names())
                : List.of("number", "outcome-AlreadyRecorded");
        List<String> failures = new ArrayList<>();
        Set<Item> measured = new TreeSet<>();
        for (Locale language : List.of(Locale.KOREAN, Locale.ENGLISH)) {
            for (double scale : List.of(1.0, 2.0)) {
                for (String name : names) {
                    SelfCheck.Result result = HeadlessToolkit.onScreen(
                            () -> check(List.of()).run(List.of(language), List.of(scale), name));
                    failures.addAll(result.failures());
                    result.findings().forEach(finding -> measured.add(finding.item()));
                    assertEquals(result.failures().isEmpty(), result.passed());
                }
            }
        }

        assertEquals(List.of(), failures);
        assertEquals(Set.of(Item.values()), measured);
    }

    /// Seeded violations: each must be found, and be the one that is found.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CONTRAST_TEXT  | .kiosk .sentence { -fx-text-fill: #8a8f98 !important; }
            TEXT_HEIGHT    | .kiosk .sentence { -fx-font-size: 0.6em !important; }
            TARGET         | #action-help { -fx-scale-y: 0.2; }
            GAP            | #action-help { -fx-translate-x: 14; }
            FOCUS          | .action:focused { -fx-background-insets: 0, 0, 0, 3 !important; -fx-background-color: transparent, transparent, -seat-line, -seat-page !important; }
            COMPLETE       | #action-help { -fx-font-size: 3em !important; }
            """)
    void aSeededViolationIsCaught(String item, String css) throws Exception {
        String sheet =
                "data:text/css;base64," + Base64.getEncoder().encodeToString(css.getBytes(StandardCharsets.UTF_8));

        SelfCheck.Result result =
                HeadlessToolkit.onScreen(() -> check(List.of(sheet)).run(List.of(KOREAN), List.of(1.0), "idle"));

        assertFalse(result.passed());
        assertTrue(
                result.findings().stream()
                        .filter(finding -> !finding.passed())
                        .anyMatch(finding -> finding.item() == Item.valueOf(item)),
                () -> item + " was not caught, but " + result.failures());
    }

    @Test
    void theReportStandsForItself(@TempDir Path folder) throws Exception {
        SelfCheck.Result result =
                HeadlessToolkit.onScreen(() -> check(List.of()).run(List.of(KOREAN), List.of(1.0), "outcome-Present"));
        Path file = folder.resolve("new/report.html");

        Report.write(result, Instant.parse("2026-03-02T00:02:00Z"), file);

        String html = Files.readString(file);
        assertTrue(html.contains("KS X 9211"));
        assertTrue(html.contains("ko 100 % outcome-Present"));
        assertTrue(html.contains("data:image/png;base64,"));
        assertFalse(html.contains("http"));
    }

    @Test
    void contrastIsThatOfTheStandard() {
        assertEquals(21.0, Contrast.ratio(0x000000, 0xffffff), 0.001);
        assertEquals(4.54, Contrast.ratio(0x767676, 0xffffff), 0.01);
    }

    private static SelfCheck check(List<String> sheets) {
        KioskSetting setting =
                new KioskSetting(VisitSettings.plain(KOREAN, Theme.LIGHT), 546, "302호 조교실", "2층", true, false, "4711");
        return new SelfCheck(setting, Typeface.find(), 1280, 720, sheets);
    }
}
