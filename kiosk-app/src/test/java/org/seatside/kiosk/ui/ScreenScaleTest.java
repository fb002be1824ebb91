package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.fx.Theme;
import org.seatside.fx.Typeface;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.model.attendance.Outcome;

/// Sizes on the default screen (21.5 inches), in millimetres.
@ExtendWith(HeadlessToolkit.class)
class ScreenScaleTest {
    private static final double MILLIMETRES_PER_PIXEL = 546 / Math.hypot(1280, 720);

    @Test
    void bodyTextIsTwelveMillimetresAndOnSmallKiosksSevenAndAQuarter() {
        ScreenScale large = new ScreenScale(546, 0.7);
        ScreenScale small = new ScreenScale(256, 0.7);

        assertEquals(12, large.bodyPixels(1280, 720) * 0.7 / large.pixelsPerMillimetre(1280, 720), 0.001);
        assertEquals(7.25, small.bodyPixels(1280, 800) * 0.7 / small.pixelsPerMillimetre(1280, 800), 0.001);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void capitalsOfEveryOutcomeAreAtLeastTwelveMillimetres(String language) throws Exception {
        double capital = HeadlessToolkit.onScreen(
                () -> ScreenScale.of(546, Typeface.find()).capitalPerEm());
        for (Outcome outcome : SampleOutcomes.all()) {
            List<Double> heights = HeadlessToolkit.onScreen(() -> labels(draw(language, outcome)).stream()
                    .map(label -> label.getFont().getSize() * capital * MILLIMETRES_PER_PIXEL)
                    .toList());

            assertTrue(heights.size() >= 2, outcome::kind);
            double least =
                    heights.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
            assertTrue(least >= 11.9, () -> outcome.kind() + " has capitals of " + least + " mm");
        }
    }

    @Test
    void buttonsAreTwentyMillimetresHighAndTwoAndAHalfApart() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            List<Bounds> buttons = draw("ko", SampleOutcomes.all().getFirst()).lookupAll(".actions .action").stream()
                    .map(Button.class::cast)
                    .map(button -> button.localToScene(button.getLayoutBounds()))
                    .sorted((one, other) -> Double.compare(one.getMinX(), other.getMinX()))
                    .toList();

            assertEquals(4, buttons.size());
            for (int i = 0; i < buttons.size(); i++) {
                assertTrue(buttons.get(i).getHeight() * MILLIMETRES_PER_PIXEL >= 20);
                if (i > 0) {
                    double gap = buttons.get(i).getMinX() - buttons.get(i - 1).getMaxX();
                    assertTrue(gap * MILLIMETRES_PER_PIXEL >= 2.5);
                }
            }
            return buttons;
        });
    }

    private static Node draw(String language, Outcome outcome) throws InterruptedException {
        ScreenFixture fixture = new ScreenFixture(Locale.of(language), Theme.LIGHT, 1);
        KioskView view = fixture.view(1280, 720);
        fixture.model.start();
        fixture.decide(outcome);
        BufferedImage picture = Pictures.take(view.scene());
        assertEquals(1280, picture.getWidth());
        return view.scene().getRoot();
    }

    private static List<Label> labels(Node root) {
        return root.lookupAll(".label").stream()
                .map(Label.class::cast)
                .filter(ScreenScaleTest::isShown)
                .toList();
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
