package org.seatside.exchange.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// A typeface of one document: measures and writes lines of text. Good as long as its document is open.
public interface Typeface {
    /// Whether it has a glyph for every character.
    boolean covers(String text);

    /// Width in points.
    float width(String text, float size) throws IOException;

    /// Writes one line with its baseline starting at the point, in points from the lower left of the page.
    void write(PDPageContentStream page, String text, float x, float y, float size) throws IOException;
}
