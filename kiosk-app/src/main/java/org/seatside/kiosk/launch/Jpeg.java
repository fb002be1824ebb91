package org.seatside.kiosk.launch;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.seatside.camera.Frame;

/// A frame as a file.
final class Jpeg {
    private static final int WIDEST = 960;
    private static final double SMALLER = 0.7;
    private static final int NARROWEST = 160;

    private Jpeg() {}

    /// @param most bytes; the picture is made smaller until it fits
    static byte[] of(Frame frame, int most) throws IOException {
        BufferedImage whole = new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        int[] argb = new int[frame.width() * frame.height()];
        frame.writeArgb(argb);
        whole.setRGB(0, 0, frame.width(), frame.height(), argb, 0, frame.width());
        for (int width = Math.min(WIDEST, frame.width()); width >= NARROWEST; width = (int) (width * SMALLER)) {
            byte[] file = encoded(whole, width);
            if (file.length <= most) {
                return file;
            }
        }
        throw new IOException("The picture does not fit into " + most + " bytes");
    }

    private static byte[] encoded(BufferedImage whole, int width) throws IOException {
        int height = Math.max(1, width * whole.getHeight() / whole.getWidth());
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(whole, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        if (!ImageIO.write(scaled, "jpg", file)) {
            throw new IOException("This Java runtime writes no JPEG");
        }
        return file.toByteArray();
    }
}
