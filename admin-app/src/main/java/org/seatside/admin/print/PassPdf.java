package org.seatside.admin.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.seatside.exchange.print.PrintFonts;

/// A pass as a PDF of one page: the code as filled rectangles, its name and validity beside or above it.
///
/// The code is version 7 at error correction Q with its quiet zone of four modules; a module is at least 0.5 mm, which
/// a webcam of 1280 pixels resolves at the length of a forearm.
public final class PassPdf {
    static final float CARD_MODULE = 0.75f;
    static final float LARGE_MODULE = 2.2f;

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
        Sheet.Drawing drawing = switch (paper) {
            case CARD -> pen -> card(pen, text, code);
            case LARGE_PRINT -> pen -> largePrint(pen, text, code);
        };
        return new Sheet(fonts, language).write(text.title(), paper, drawing, out);
    }

    private static void card(Sheet.Pen pen, PassText text, QrModules code) throws IOException {
        float quiet = QrModules.QUIET * CARD_MODULE;
        float size = code.side() * CARD_MODULE;
        float codeLeft = Paper.CARD.width() - quiet - size - 1;
        pen.canvas().code(code, codeLeft, (Paper.CARD.height() - size) / 2, CARD_MODULE);

        float left = 5;
        float width = codeLeft - quiet - left;
        pen.regular(text.campus(), new Canvas.Box(left, 11.9f, width), 7, 1);
        float name = pen.bold(text.name(), new Canvas.Box(left, 20, width), 15, 2);
        pen.bold(text.title(), new Canvas.Box(left, name + 5.6f, width), 8.5f, 1);
        pen.regular(text.validity(), new Canvas.Box(left, name + 10, width), 8.5f, 1);
        float used = pen.regular(text.use(), new Canvas.Box(left, Math.max(name + 15, 37.4f), width), 6.5f, 2);
        pen.regular(text.lost(), new Canvas.Box(left, Math.max(used + 3.2f, 43.8f), width), 6.5f, 1);
    }

    private static void largePrint(Sheet.Pen pen, PassText text, QrModules code) throws IOException {
        float margin = 22;
        float width = Paper.LARGE_PRINT.width() - 2 * margin;
        pen.regular(text.campus(), new Canvas.Box(margin, 26, width), 18, 1);
        pen.bold(text.title(), new Canvas.Box(margin, 40, width), 24, 1);
        float name = pen.bold(text.name(), new Canvas.Box(margin, 62, width), 44, 2);
        float validity = pen.regular(text.validity(), new Canvas.Box(margin, name + 15, width), 24, 2);

        float size = code.side() * LARGE_MODULE;
        float quiet = QrModules.QUIET * LARGE_MODULE;
        float codeTop = validity + 9 + quiet;
        pen.canvas().code(code, (Paper.LARGE_PRINT.width() - size) / 2, codeTop, LARGE_MODULE);

        float below = codeTop + size + quiet + 12;
        float used = pen.regular(text.use(), new Canvas.Box(margin, below, width), 22, 3);
        pen.regular(text.lost(), new Canvas.Box(margin, used + 13, width), 20, 2);
    }
}
