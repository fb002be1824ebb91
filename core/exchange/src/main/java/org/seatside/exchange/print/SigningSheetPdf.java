package org.seatside.exchange.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.seatside.service.export.SigningSheet;

/// A class to sign, as A4 pages: rows high enough to write in, the headings again on every page. Thread-safe.
public final class SigningSheetPdf {
    private static final float MM = 72 / 25.4f;
    private static final float MARGIN = 15 * MM;
    private static final float ROW = 9 * MM;
    private static final float TEXT = 10;
    private static final float TITLE = 18;
    private static final float PADDING = 2 * MM;
    /// Where columns begin, as parts of the width; the last one is for the signature.
    private static final float[] COLUMNS = {0, 0.07f, 0.27f, 0.52f, 0.68f, 1};

    private final PrintFonts fonts;

    public SigningSheetPdf(PrintFonts fonts) {
        this.fonts = fonts;
    }

    /// Writes the document; the stream stays open. A character that no font of this computer has becomes `?`.
    public void write(SigningSheet sheet, Locale language, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(sheet.title() + " " + sheet.section());
            information.setCreator("Seatside");
            document.setDocumentInformation(information);
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            PrintFonts.Faces faces = fonts.open(document);
            int row = 0;
            int page = 1;
            do {
                row = page(document, faces, sheet, row, page++);
            } while (row < sheet.rows().size());
            document.save(out);
        }
    }

    /// Adds a page.
    ///
    /// @return the row that the next page begins with
    private static int page(PDDocument document, PrintFonts.Faces faces, SigningSheet sheet, int first, int number)
            throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        float width = page.getMediaBox().getWidth() - 2 * MARGIN;
        float y = page.getMediaBox().getHeight() - MARGIN - TITLE;
        int row = first;
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            Pen pen = new Pen(content, faces, width);
            if (number == 1) {
                pen.line(faces.bold(), sheet.title(), MARGIN, y, TITLE, width);
                y -= 9 * MM;
                pen.line(faces.bold(), sheet.section(), MARGIN, y, 12, width);
                for (String fact : sheet.facts()) {
                    y -= 6 * MM;
                    pen.line(faces.regular(), fact, MARGIN, y, TEXT, width);
                }
                y -= 4 * MM;
            }
            pen.row(faces.bold(), sheet.columns(), y);
            y -= ROW;
            while (row < sheet.rows().size() && y - ROW > MARGIN + ROW) {
                SigningSheet.Row one = sheet.rows().get(row);
                row++;
                pen.row(
                        faces.regular(),
                        List.of(Integer.toString(row), one.number(), one.name(), one.recorded(), ""),
                        y);
                y -= ROW;
            }
            pen.line(faces.regular(), Integer.toString(number), MARGIN, MARGIN, TEXT, width);
        }
        return row;
    }

    private record Pen(PDPageContentStream content, PrintFonts.Faces faces, float width) {
        /// A row of the table below the point, with a line under it.
        void row(Typeface face, List<String> cells, float top) throws IOException {
            float base = top - ROW + PADDING;
            for (int i = 0; i < cells.size(); i++) {
                float left = MARGIN + COLUMNS[i] * width;
                float room = (COLUMNS[i + 1] - COLUMNS[i]) * width - PADDING;
                line(face, cells.get(i), left, base, TEXT, room);
            }
            content.setLineWidth(0.5f);
            content.moveTo(MARGIN, top - ROW);
            content.lineTo(MARGIN + width, top - ROW);
            content.stroke();
        }

        /// One line, smaller where it does not fit; at half the size it is cut.
        void line(Typeface face, String text, float left, float base, float size, float room) throws IOException {
            String line = writable(face, text.strip());
            if (line.isEmpty()) {
                return;
            }
            float fitting = Math.clamp(size * room / face.width(line, size), size / 2, size);
            while (line.length() > 1 && face.width(line, fitting) > room) {
                line = line.substring(0, line.offsetByCodePoints(line.length(), -1));
            }
            face.write(content, line, left, base, fitting);
        }

        private static String writable(Typeface face, String text) {
            if (face.covers(text)) {
                return text;
            }
            StringBuilder writable = new StringBuilder();
            text.codePoints().forEach(point -> {
                String one = Character.toString(point);
                writable.append(face.covers(one) ? one : "?");
            });
            return writable.toString();
        }
    }
}
