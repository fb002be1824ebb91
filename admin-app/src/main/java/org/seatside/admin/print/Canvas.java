package org.seatside.admin.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.seatside.exchange.print.Typeface;

/// A page measured in millimetres from its upper left corner.
final class Canvas {
    private static final float POINTS_PER_MM = 72 / 25.4f;

    private final PDPageContentStream page;
    private final float height;

    /// @param height of the page in millimetres
    Canvas(PDPageContentStream page, float height) {
        this.page = page;
        this.height = height;
    }

    static float points(float millimetres) {
        return millimetres * POINTS_PER_MM;
    }

    /// Draws a code with the upper left of its first module at the point. One path for all of it, so that no
    /// hairline shows between modules.
    void code(QrModules code, float left, float top, float module) throws IOException {
        ink(0);
        for (int y = 0; y < code.side(); y++) {
            for (int x = 0; x < code.side(); x++) {
                int start = x;
                while (x < code.side() && code.dark(x, y)) {
                    x++;
                }
                if (x > start) {
                    float lower = height - top - (y + 1) * module;
                    page.addRect(
                            points(left + start * module), points(lower), points((x - start) * module), points(module));
                }
            }
        }
        page.fill();
    }

    /// Writes a line with its baseline `top` millimetres below the upper edge.
    ///
    /// @param size in points
    void line(Typeface face, String text, float left, float top, float size) throws IOException {
        ink(0);
        face.write(page, text, points(left), points(height - top), size);
    }

    /// Writes text broken between words into lines no wider than the box, at most `most` of them. What does not
    /// fit is made smaller, down to half the size; a word that is still too wide is broken anywhere.
    ///
    /// @return millimetres from the upper edge to the last baseline
    float block(Typeface face, String text, Box box, float size, int most) throws IOException {
        float fitting = size;
        List<String> lines = broken(face, text, points(box.width()), fitting);
        while (fitting > size / 2 && (lines.size() > most || widest(face, lines, fitting) > points(box.width()))) {
            fitting -= 0.5f;
            lines = broken(face, text, points(box.width()), fitting);
        }
        lines = cut(face, lines, points(box.width()), fitting);
        float step = fitting * 1.35f / POINTS_PER_MM;
        float baseline = box.top();
        for (String line : lines) {
            line(face, line, box.left(), baseline, fitting);
            baseline += step;
        }
        return baseline - step;
    }

    private void ink(float grey) throws IOException {
        page.setNonStrokingColor(new PDColor(new float[] {grey}, PDDeviceGray.INSTANCE));
    }

    private static List<String> broken(Typeface face, String text, float width, float size) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.strip().split("\\s+", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && face.width(longer, size) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    private static float widest(Typeface face, List<String> lines, float size) throws IOException {
        float widest = 0;
        for (String line : lines) {
            widest = Math.max(widest, face.width(line, size));
        }
        return widest;
    }

    private static List<String> cut(Typeface face, List<String> lines, float width, float size) throws IOException {
        List<String> fitting = new ArrayList<>();
        for (String line : lines) {
            String rest = line;
            while (face.width(rest, size) > width && rest.length() > 1) {
                int end = rest.length() - 1;
                while (end > 1 && face.width(rest.substring(0, end), size) > width) {
                    end = rest.offsetByCodePoints(end, -1);
                }
                fitting.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            fitting.add(rest);
        }
        return fitting;
    }

    /// Where a block of text starts and how wide it may be, in millimetres; `top` is the first baseline.
    record Box(float left, float top, float width) {}
}
