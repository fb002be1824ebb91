package org.seatside.admin.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.seatside.exchange.print.PrintFonts;

/// A room's code as an A4 sheet to put up beside the seat.
public final class RoomCodePdf {
    /// Side of the code without its quiet zone, in millimetres.
    static final float SIDE = 120;

    private final PrintFonts fonts;

    public RoomCodePdf(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /// Writes the document; the stream stays open.
    ///
    /// @return the lines that this computer has no font for: they are not on the paper
    /// @throws IllegalArgumentException where the code's text fits no QR code
    public List<String> write(RoomText text, Locale language, OutputStream out) throws IOException {
        QrModules code = QrModules.of(text.code());
        return new Sheet(fonts, language)
                .write(text.title() + " " + text.room(), Paper.LARGE_PRINT, pen -> draw(pen, text, code), out);
    }

    private static void draw(Sheet.Pen pen, RoomText text, QrModules code) throws IOException {
        float margin = 22;
        float width = Paper.LARGE_PRINT.width() - 2 * margin;
        pen.regular(text.campus(), new Canvas.Box(margin, 26, width), 18, 1);
        pen.bold(text.title(), new Canvas.Box(margin, 40, width), 24, 1);
        float room = pen.bold(text.room(), new Canvas.Box(margin, 64, width), 54, 2);
        float place = pen.regular(text.place(), new Canvas.Box(margin, room + 15, width), 24, 1);

        float module = SIDE / code.side();
        float quiet = QrModules.QUIET * module;
        float top = place + 9 + quiet;
        pen.canvas().code(code, (Paper.LARGE_PRINT.width() - SIDE) / 2, top, module);
        pen.regular(text.use(), new Canvas.Box(margin, top + SIDE + quiet + 12, width), 22, 3);
    }
}
