package org.seatside.sample.frames;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.Map;

/// Something flat with a code on it that a student holds up, seen straight on.
final class Prop {
    private static final int QUIET = 4;

    private Prop() {}

    /// A printed card, 85.6 x 54 mm at 10 px a millimetre, the code on its right.
    static BufferedImage card(String text, String line) {
        BufferedImage card = new BufferedImage(856, 540, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(card);
        pen.setColor(new Color(0xfbfaf7));
        pen.fill(new RoundRectangle2D.Double(0, 0, 856, 540, 48, 48));
        pen.setColor(new Color(0x1f5fbf));
        pen.fillRect(0, 60, 300, 12);
        pen.setColor(new Color(0x22262b));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 52));
        pen.drawString("Seatside", 48, 160);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 34));
        pen.drawString(line, 48, 220);
        drawCode(pen, text, ErrorCorrectionLevel.Q, 340, 30, 480);
        pen.dispose();
        return card;
    }

    /// A phone, 72 x 150 mm at 6 px a millimetre, the code on a white screen.
    static BufferedImage phone(String text) {
        BufferedImage phone = new BufferedImage(432, 900, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(phone);
        pen.setColor(new Color(0x15171a));
        pen.fill(new RoundRectangle2D.Double(0, 0, 432, 900, 72, 72));
        pen.setColor(Color.WHITE);
        pen.fill(new RoundRectangle2D.Double(14, 14, 404, 872, 58, 58));
        pen.setColor(new Color(0x22262b));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 30));
        pen.drawString("My pass", 40, 110);
        drawCode(pen, text, ErrorCorrectionLevel.M, 26, 220, 380);
        pen.dispose();
        return phone;
    }

    /// A sheet of paper with nothing but a code, as a room's tag on the wall.
    static BufferedImage sheet(String text) {
        BufferedImage sheet = new BufferedImage(600, 600, BufferedImage.TYPE_INT_ARGB);
        Graphics2D pen = pen(sheet);
        pen.setColor(new Color(0xf6f5f1));
        pen.fillRect(0, 0, 600, 600);
        drawCode(pen, text, ErrorCorrectionLevel.M, 60, 60, 480);
        pen.dispose();
        return sheet;
    }

    private static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        return pen;
    }

    /// @param size of the code with its quiet zone, in pixels
    private static void drawCode(Graphics2D pen, String text, ErrorCorrectionLevel level, int x, int y, int size) {
        ByteMatrix modules = modules(text, level);
        int count = modules.getWidth() + 2 * QUIET;
        pen.setColor(Color.WHITE);
        pen.fillRect(x, y, size, size);
        pen.setColor(new Color(0x101010));
        for (int row = 0; row < modules.getHeight(); row++) {
            for (int column = 0; column < modules.getWidth(); column++) {
                if (modules.get(column, row) == 1) {
                    int left = x + (column + QUIET) * size / count;
                    int top = y + (row + QUIET) * size / count;
                    int right = x + (column + QUIET + 1) * size / count;
                    int bottom = y + (row + QUIET + 1) * size / count;
                    pen.fillRect(left, top, right - left, bottom - top);
                }
            }
        }
    }

    private static ByteMatrix modules(String text, ErrorCorrectionLevel level) {
        try {
            return Encoder.encode(text, level, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds a text of " + text.length() + " characters", e);
        }
    }
}
