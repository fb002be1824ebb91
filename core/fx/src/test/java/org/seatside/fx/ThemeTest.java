package org.seatside.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;

@ExtendWith(HeadlessToolkit.class)
class ThemeTest {
    @Test
    void aSceneTakesOneLookAfterAnother() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Label label = new Label("출석");
            label.getStyleClass().add("type-head");
            Scene scene = new Scene(new StackPane(label), 200, 100);
            Theme.LIGHT.apply(scene, Typeface.find(), 16);
            BufferedImage light = Pictures.take(scene);

            Theme.YELLOW_ON_BLACK.apply(scene, Typeface.find(), 32);
            BufferedImage yellow = Pictures.take(scene);

            assertEquals(0xffffffff, light.getRGB(2, 2));
            assertEquals(0xff000000, yellow.getRGB(2, 2));
            assertEquals(Color.web("#ffe600"), label.getTextFill());
            assertEquals(32 * 1.9375, label.getFont().getSize(), 0.01);
            return label;
        });
    }
}
