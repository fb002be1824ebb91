package org.seatside.admin.testing;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/// A photo of a room tag: the code on a wall, small in a large picture, slightly turned.
public final class TagPhoto {
    private static final int MODULE = 8;

    private TagPhoto() {}

    public static void write(Path file, String text) throws IOException {
        ByteMatrix code;
        try {
            code = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IOException(e);
        }
        BufferedImage picture = new BufferedImage(1280, 720, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xB8B2A6));
        pen.fillRect(0, 0, 1280, 720);
        pen.translate(640, 360);
        pen.rotate(0.08);
        int side = code.getWidth() * MODULE;
        pen.setColor(Color.WHITE);
        pen.fillRect(-side / 2 - 40, -side / 2 - 40, side + 80, side + 80);
        pen.setColor(Color.BLACK);
        for (int y = 0; y < code.getHeight(); y++) {
            for (int x = 0; x < code.getWidth(); x++) {
                if (code.get(x, y) == 1) {
                    pen.fillRect(-side / 2 + x * MODULE, -side / 2 + y * MODULE, MODULE, MODULE);
                }
            }
        }
        pen.dispose();
        ImageIO.write(picture, "png", file.toFile());
    }
}
