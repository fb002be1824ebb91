package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.camera.Frame;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.kiosk.capture.CameraCondition;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.model.attendance.Outcome;

/// Every state of the screen, drawn: nothing is cut, and the pictures are in `target/pictures`.
@ExtendWith(HeadlessToolkit.class)
class KioskPicturesTest {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int SMALLEST_ICON = 24;

    @SuppressWarnings("NullAway.Init") // before all tests
    private static Frame frame;

    @BeforeAll
    static void holdACardBeforeTheCamera(@TempDir Path folder) {
        frame = SampleFrames.card(folder);
    }

    @ParameterizedTest
    @CsvSource({"ko, 1", "ko, 2", "ko, 4", "en, 1", "en, 2", "en, 4"})
    void everyOutcomeFits(String language, double scale) throws Exception {
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < SampleOutcomes.all().size(); i++) {
            Outcome outcome = SampleOutcomes.all().get(i);
            String name = "%s-%.0f-outcome-%02d-%s".formatted(language, scale * 100, i, outcome.kind());
            cut.addAll(HeadlessToolkit.onScreen(() -> {
                ScreenFixture fixture = fixture(language, Theme.LIGHT, scale);
                KioskView view = view(fixture, WIDTH, HEIGHT);
                fixture.decide(outcome);
                return draw(view, name);
            }));
        }

        assertEquals(List.of(), cut);
    }

    @ParameterizedTest
    @CsvSource({"ko, 1", "ko, 2", "ko, 4", "ko, 4", "en, 1", "en, 2", "en, 4"})
    void everyOtherStateFits(String language, double scale) throws Exception {
        List<String> cut = HeadlessToolkit.onScreen(() -> {
            List<String> found = new ArrayList<>();
            String prefix = "%s-%.0f-".formatted(language, scale * 100);
            ScreenFixture fixture = fixture(language, Theme.LIGHT, scale);
            KioskView view = view(fixture, WIDTH, HEIGHT);
            found.addAll(draw(view, prefix + "state-idle"));
            fixture.model.cameraIs(CameraCondition.COVERED);
            fixture.header.linkIs(new LinkLight(LinkLight.State.OFFLINE, 3));
            fixture.header.soundWorks(false);
            found.addAll(draw(view, prefix + "state-idle-no-camera"));
            fixture.model.askNumber();
            "20260017".chars().forEach(key -> fixture.model.digit((char) key));
            fixture.tasks.advance(Duration.ofSeconds(45));
            found.addAll(draw(view, prefix + "state-number"));
            fixture.model.cancel();
            fixture.model.adjust();
            found.addAll(draw(view, prefix + "state-adjust"));
            fixture.model.visit().change(now -> now.withLowReach(true));
            found.addAll(draw(view, prefix + "state-adjust-low"));
            fixture.model.askNumber();
            found.addAll(draw(view, prefix + "state-number-low"));
            fixture.model.visit().change(now -> now.withLowReach(false));
            fixture.model.callHelp();
            fixture.help.progress.accept(HelpStage.COMING);
            found.addAll(draw(view, prefix + "state-help"));
            fixture.model.broken(Fault.OUTBOX);
            fixture.model.cancel();
            found.addAll(draw(view, prefix + "state-out-of-order"));
            return found;
        });

        assertEquals(List.of(), cut);
    }

    @ParameterizedTest
    @EnumSource
    void everyThemeIsDrawn(Theme theme) throws Exception {
        List<String> cut = HeadlessToolkit.onScreen(() -> {
            List<String> found = new ArrayList<>();
            for (Outcome outcome :
                    List.of(SampleOutcomes.all().get(1), SampleOutcomes.all().get(4))) {
                ScreenFixture fixture = fixture("ko", theme, 1);
                KioskView view = view(fixture, WIDTH, HEIGHT);
                fixture.decide(outcome);
                found.addAll(draw(view, theme.styleClass() + "-" + outcome.kind()));
            }
            ScreenFixture fixture = fixture("ko", theme, 1);
            KioskView view = view(fixture, WIDTH, HEIGHT);
            found.addAll(draw(view, theme.styleClass() + "-idle"));
            fixture.model.askNumber();
            found.addAll(draw(view, theme.styleClass() + "-number"));
            return found;
        });

        assertEquals(List.of(), cut);
    }

    @Test
    void aTallScreenFitsToo() throws Exception {
        List<String> cut = HeadlessToolkit.onScreen(() -> {
            ScreenFixture fixture = fixture("ko", Theme.LIGHT, 1);
            KioskView view = view(fixture, 720, 1280);
            List<String> found = new ArrayList<>(draw(view, "tall-idle"));
            fixture.model.askNumber();
            found.addAll(draw(view, "tall-number"));
            fixture.model.cancel();
            fixture.decide(SampleOutcomes.all().getFirst());
            found.addAll(draw(view, "tall-Present"));
            return found;
        });

        assertEquals(List.of(), cut);
    }

    private static ScreenFixture fixture(String language, Theme theme, double scale) {
        return new ScreenFixture(Locale.of(language), theme, scale, language.equals("ko") ? "302호 조교실" : "room 302");
    }

    private static KioskView view(ScreenFixture fixture, double width, double height) {
        KioskView view = fixture.view(width, height);
        view.show(frame);
        fixture.model.start();
        fixture.header.linkIs(new LinkLight(LinkLight.State.READY, 0));
        return view;
    }

    /// Draws it and gives every text that does not have the room it needs, and every icon too small to be seen.
    private static List<String> draw(KioskView view, String name) throws IOException {
        Pictures.take(view.scene());
        Pictures.save(view.scene(), name);
        List<String> cut = new ArrayList<>();
        look(view.scene().getRoot(), name, cut);
        return cut;
    }

    private static void look(Node node, String name, List<String> cut) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && !labeled.getText().isEmpty()) {
            Node drawn = labeled.lookup(".text");
            if (drawn instanceof Text text
                    && !text.getText()
                            .replace("\n", "")
                            .equals(labeled.getText().replace("\n", ""))) {
                cut.add(name + ": " + labeled.getText() + " became " + text.getText());
            }
        }
        if (node instanceof FontIcon icon && icon.getIconSize() < SMALLEST_ICON) {
            cut.add(name + ": " + icon.getIconLiteral() + " of " + icon.getIconSize() + " px");
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, name, cut));
        }
    }
}
