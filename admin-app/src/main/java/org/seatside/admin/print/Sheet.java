package org.seatside.admin.print;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.exchange.print.Typeface;

/// One page being made into a document.
final class Sheet {
    private final PrintFonts fonts;
    private final Locale language;

    Sheet(PrintFonts fonts, Locale language) {
        this.fonts = fonts;
        this.language = language;
    }

    /// Draws a page and writes it.
    ///
    /// @return the lines that no font of this computer can write, and which are therefore not on the paper
    List<String> write(String title, Paper paper, Drawing drawing, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(Canvas.points(paper.width()), Canvas.points(paper.height())));
            document.addPage(page);
            describe(document, title);
            PrintFonts.Faces faces = fonts.open(document);
            List<String> left = new ArrayList<>();
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                Canvas canvas = new Canvas(content, paper.height());
                drawing.on(new Pen(canvas, faces, left));
            }
            document.save(out);
            return left;
        }
    }

    private void describe(PDDocument document, String title) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title);
        information.setCreator("Seatside");
        document.setDocumentInformation(information);
        document.getDocumentCatalog().setLanguage(language.toLanguageTag());
        PDViewerPreferences preferences =
                new PDViewerPreferences(document.getDocumentCatalog().getCOSObject());
        preferences.setDisplayDocTitle(true);
        // A reader that shrinks the page shrinks the modules with it.
        preferences.setPrintScaling(PDViewerPreferences.PRINT_SCALING.None);
        document.getDocumentCatalog().setViewerPreferences(preferences);
    }

    /// What is on a page.
    interface Drawing {
        void on(Pen pen) throws IOException;
    }

    /// Writes what the fonts can write and notes the rest.
    record Pen(Canvas canvas, PrintFonts.Faces faces, List<String> left) {
        float regular(String text, Canvas.Box box, float size, int most) throws IOException {
            return write(faces.regular(), text, box, size, most);
        }

        float bold(String text, Canvas.Box box, float size, int most) throws IOException {
            return write(faces.bold(), text, box, size, most);
        }

        private float write(Typeface face, String text, Canvas.Box box, float size, int most) throws IOException {
            if (text.isBlank()) {
                return box.top();
            }
            if (!face.covers(text)) {
                left.add(text);
                return box.top();
            }
            return canvas.block(face, text, box, size, most);
        }
    }
}
