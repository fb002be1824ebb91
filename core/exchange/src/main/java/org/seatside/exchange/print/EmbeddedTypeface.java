package org.seatside.exchange.print;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// A font that the document carries, or one of the fourteen that every reader has.
record EmbeddedTypeface(PDFont font) implements Typeface {
    private static final float UNITS_PER_EM = 1000;

    @Override
    public boolean covers(String text) {
        try {
            font.encode(text);
            return true;
        } catch (IllegalArgumentException | IOException e) {
            // The library's only way of saying that a glyph is missing.
            return false;
        }
    }

    @Override
    public float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / UNITS_PER_EM * size;
    }

    @Override
    public void write(PDPageContentStream page, String text, float x, float y, float size) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y);
        page.showText(text);
        page.endText();
    }
}
