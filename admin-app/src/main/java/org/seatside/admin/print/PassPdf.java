package org.seatside.admin.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.seatside.exchange.print.PrintFonts;

/// A pass as a PDF of one page: the code as filled rectangles, its name and validity beside or above it.
///
/// The code is version 7 at error correction Q with its quiet zone of four modules; a module is at least 0.5 mm,
/// which a webcam of 1280 pixels resolves at the length of a forearm.
public final class PassPdf {
    /// Below this height there is no room for how the pass is used.
    private static final float ROOM_FOR_USE = 45;

    private final PrintFonts fonts;

    public PassPdf(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /// Writes the document; the stream stays open.
    ///
    /// @return the lines that this computer has no font for: they are not on the paper
    /// @throws IllegalArgumentException where the code's text does not fit its version
    public List<String> write(PassText text, Paper paper, Locale language, OutputStream out) throws IOException {
        QrModules code = QrModules.ofPass(text.code());
        Sheet.Drawing drawing =
                paper.wide() ? pen -> beside(pen, text, code, paper) : pen -> below(pen, text, code, paper);
        return new Sheet(fonts, language).write(text.title(), paper, drawing, out);
    }

    private static void beside(Sheet.Pen pen, PassText text, QrModules code, Paper paper) throws IOException {
        float quiet = QrModules.QUIET * paper.module();
        float size = code.side() * paper.module();
        float codeLeft = paper.width() - quiet - size - 1;
        pen.canvas().code(code, codeLeft, (paper.height() - size) / 2, paper.module());

        boolean tall = paper.height() >= ROOM_FOR_USE;
        float left = 5;
        float width = codeLeft - quiet - left;
        // Centred as on a card of 54 mm.
        float top = (paper.height() - Paper.CARD.height()) / 2;
        float first = tall ? top + 11.9f : 8;
        pen.regular(text.campus(), new Canvas.Box(left, first, width), 7, 1);
        float name = pen.bold(text.name(), new Canvas.Box(left, first + 8.1f, width), tall ? 15 : 13, 2);
        pen.bold(text.title(), new Canvas.Box(left, name + 5.6f, width), 8.5f, 1);
        pen.regular(text.validity(), new Canvas.Box(left, name + 10, width), 8.5f, tall ? 1 : 2);
        if (tall) {
            float used =
                    pen.regular(text.use(), new Canvas.Box(left, Math.max(name + 15, top + 37.4f), width), 6.5f, 2);
            pen.regular(text.lost(), new Canvas.Box(left, Math.max(used + 3.2f, top + 43.8f), width), 6.5f, 1);
        }
    }

    private static void below(Sheet.Pen pen, PassText text, QrModules code, Paper paper) throws IOException {
        // Laid out for A4, smaller where the paper is.
        float scale = paper.width() / Paper.LARGE_PRINT.width();
        float margin = 22 * scale;
        float width = paper.width() - 2 * margin;
        pen.regular(text.campus(), new Canvas.Box(margin, 26 * scale, width), 18 * scale, 1);
        pen.bold(text.title(), new Canvas.Box(margin, 40 * scale, width), 24 * scale, 1);
        float name = pen.bold(text.name(), new Canvas.Box(margin, 62 * scale, width), 44 * scale, 2);
        float validity = pen.regular(text.validity(), new Canvas.Box(margin, name + 15 * scale, width), 24 * scale, 2);

        float size = code.side() * paper.module();
        float quiet = QrModules.QUIET * paper.module();
        float codeTop = validity + 9 * scale + quiet;
        pen.canvas().code(code, (paper.width() - size) / 2, codeTop, paper.module());

        float below = codeTop + size + quiet + 12 * scale;
        float used = pen.regular(text.use(), new Canvas.Box(margin, below, width), 22 * scale, 3);
        pen.regular(text.lost(), new Canvas.Box(margin, used + 13 * scale, width), 20 * scale, 2);
    }
}
