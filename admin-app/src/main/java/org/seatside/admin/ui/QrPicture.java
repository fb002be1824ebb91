package org.seatside.admin.ui;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;

/// A text as a QR code on the screen, black on white in every theme, with the quiet zone that readers need.
public final class QrPicture {
    private static final int QUIET = 4;

    private QrPicture() {}

    /// @param ems how wide it is, in heights of text
    /// @param name key of what a screen reader says in its place
    /// @throws IllegalArgumentException where the text does not fit a code
    public static Node of(String text, double ems, Display display, String name) {
        ImageView view = new ImageView(image(modules(text)));
        view.setSmooth(false);
        view.setPreserveRatio(true);
        view.setFitWidth(display.em(ems));
        display.scale().addListener((_, _, _) -> view.setFitWidth(display.em(ems)));
        StackPane paper = new StackPane(view);
        paper.setMaxSize(StackPane.USE_PREF_SIZE, StackPane.USE_PREF_SIZE);
        paper.accessibleTextProperty().bind(display.messages().text(name));
        paper.setAccessibleRole(javafx.scene.AccessibleRole.IMAGE_VIEW);
        return paper;
    }

    private static ByteMatrix modules(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("A text of " + text.length() + " characters does not fit the code", e);
        }
    }

    private static WritableImage image(ByteMatrix modules) {
        int side = modules.getWidth() + 2 * QUIET;
        WritableImage image = new WritableImage(side, side);
        PixelWriter pixels = image.getPixelWriter();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels.setColor(x, y, dark(modules, x - QUIET, y - QUIET) ? Color.BLACK : Color.WHITE);
            }
        }
        return image;
    }

    private static boolean dark(ByteMatrix modules, int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y) == 1;
    }
}
