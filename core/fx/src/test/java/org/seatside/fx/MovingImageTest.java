package org.seatside.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.util.Arrays;
import java.util.List;
import javafx.scene.image.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.seatside.fx.testing.HeadlessToolkit;

@ExtendWith(HeadlessToolkit.class)
class MovingImageTest {
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;

    @Test
    void showsWhatWasDrawnLastInTheSameImage() throws Exception {
        onScreen(() -> {
            MovingImage moving = new MovingImage();
            Image first = moving.draw(4, 2, argb -> Arrays.fill(argb, RED));
            int before = first.getPixelReader().getArgb(3, 1);

            Image second = moving.draw(4, 2, argb -> Arrays.fill(argb, BLUE));

            assertSame(first, second);
            assertEquals(
                    List.of(RED, BLUE), List.of(before, second.getPixelReader().getArgb(3, 1)));
            return second;
        });
    }

    @Test
    void anotherSizeIsAnotherImage() throws Exception {
        onScreen(() -> {
            MovingImage moving = new MovingImage();
            Image first = moving.draw(4, 2, argb -> Arrays.fill(argb, RED));

            Image second = moving.draw(2, 4, argb -> Arrays.fill(argb, BLUE));

            assertNotSame(first, second);
            assertEquals(List.of(2.0, 4.0), List.of(second.getWidth(), second.getHeight()));
            return second;
        });
    }
}
