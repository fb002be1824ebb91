package org.seatside.exchange.print;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.fontbox.cff.CFFCIDFont;
import org.apache.fontbox.cff.CFFFont;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/// A font with PostScript outlines, which PDFBox cannot embed: its glyphs are drawn as shapes. Prints the same;
/// the text cannot be selected. Noto Sans CJK, the Korean font of most Linux systems, is of this kind.
final class OutlineTypeface implements Typeface {
    private final OpenTypeFont font;
    private final CmapLookup characters;
    private final CFFFont outlines;

    OutlineTypeface(OpenTypeFont font) throws IOException {
        this.font = font;
        this.characters = font.getUnicodeCmapLookup();
        this.outlines = font.getCFF().getFont();
    }

    @Override
    public boolean covers(String text) {
        return text.codePoints().allMatch(point -> characters.getGlyphId(point) != 0);
    }

    @Override
    public float width(String text, float size) throws IOException {
        float units = 0;
        for (int point : text.codePoints().toArray()) {
            units += font.getAdvanceWidth(characters.getGlyphId(point));
        }
        return units / font.getUnitsPerEm() * size;
    }

    @Override
    public void write(PDPageContentStream page, String text, float x, float y, float size) throws IOException {
        float scale = size / font.getUnitsPerEm();
        float pen = x;
        for (int point : text.codePoints().toArray()) {
            int glyph = characters.getGlyphId(point);
            draw(page, outline(glyph), new AffineTransform(scale, 0, 0, scale, pen, y));
            pen += font.getAdvanceWidth(glyph) * scale;
        }
    }

    private GeneralPath outline(int glyph) throws IOException {
        int name = outlines instanceof CFFCIDFont ? outlines.getCharset().getCIDForGID(glyph) : glyph;
        return outlines.getType2CharString(name).getPath();
    }

    private static void draw(PDPageContentStream page, GeneralPath outline, AffineTransform place) throws IOException {
        float[] c = new float[6];
        boolean any = false;
        for (PathIterator steps = outline.getPathIterator(place); !steps.isDone(); steps.next()) {
            any = true;
            switch (steps.currentSegment(c)) {
                case PathIterator.SEG_MOVETO -> page.moveTo(c[0], c[1]);
                case PathIterator.SEG_LINETO -> page.lineTo(c[0], c[1]);
                case PathIterator.SEG_CUBICTO -> page.curveTo(c[0], c[1], c[2], c[3], c[4], c[5]);
                case PathIterator.SEG_CLOSE -> page.closePath();
                default -> throw new IOException("A PostScript outline has cubic curves only");
            }
        }
        if (any) {
            page.fill();
        }
    }
}
