package org.seatside.exchange.print;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.OTFParser;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeCollection;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The fonts for paper that this computer has. Looked for once; immutable and safe for any thread.
///
/// A PDF must carry its Korean font. One with TrueType outlines is embedded as a subset; one with PostScript
/// outlines is drawn (see [OutlineTypeface]); without any, only Latin text can be printed and [#korean] is
/// false.
public final class PrintFonts {
    private static final Logger LOG = LoggerFactory.getLogger(PrintFonts.class);
    private static final int HANGUL = '한';

    /// File names of fonts with Korean glyphs, best first: regular and bold. The same name stands for both
    /// where there is no bold one.
    private static final List<Pair> KNOWN = List.of(
            new Pair("Pretendard-Regular.ttf", "Pretendard-Bold.ttf"),
            new Pair("NanumGothic.ttf", "NanumGothicBold.ttf"),
            new Pair("malgun.ttf", "malgunbd.ttf"),
            new Pair("AppleGothic.ttf", "AppleGothic.ttf"),
            new Pair("NanumBarunGothic.ttf", "NanumBarunGothicBold.ttf"),
            new Pair("Pretendard-Regular.otf", "Pretendard-Bold.otf"),
            new Pair("NotoSansKR-Regular.otf", "NotoSansKR-Bold.otf"),
            new Pair("NotoSansCJK-Regular.ttc", "NotoSansCJK-Bold.ttc"),
            new Pair("AppleSDGothicNeo.ttc", "AppleSDGothicNeo.ttc"));

    private static final int DEEPEST = 6;

    private final Optional<Found> found;

    private PrintFonts(Optional<Found> found) {
        this.found = found;
    }

    /// Looks through the font folders of this computer.
    public static PrintFonts ofThisComputer() {
        return in(Stream.of(
                        System.getProperty("user.home") + "/.local/share/fonts",
                        System.getProperty("user.home") + "/.fonts",
                        System.getProperty("user.home") + "/Library/Fonts",
                        "/usr/share/fonts",
                        "/usr/local/share/fonts",
                        "/Library/Fonts",
                        "/System/Library/Fonts",
                        "C:\\Windows\\Fonts")
                .map(Path::of)
                .toList());
    }

    /// Looks through these folders and the ones inside; one that is not there is passed over.
    public static PrintFonts in(List<Path> folders) {
        List<Path> files = folders.stream().flatMap(PrintFonts::filesIn).toList();
        Optional<Found> first = KNOWN.stream()
                .flatMap(pair -> pair.in(files).stream())
                .filter(PrintFonts::readable)
                .findFirst();
        LOG.info(
                "Korean font for print: {}",
                first.map(f -> f.regular().toString()).orElse("none"));
        return new PrintFonts(first);
    }

    /// Whether Korean text can be printed.
    public boolean korean() {
        return found.isPresent();
    }

    /// The typefaces for one document. They hold files open until the given closer has run.
    public Faces open(PDDocument document) throws IOException {
        if (found.isEmpty()) {
            return new Faces(
                    new EmbeddedTypeface(new PDType1Font(Standard14Fonts.FontName.HELVETICA)),
                    new EmbeddedTypeface(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD)));
        }
        Found files = found.get();
        return new Faces(typeface(files.regular(), document), typeface(files.bold(), document));
    }

    private static Typeface typeface(Path file, PDDocument document) throws IOException {
        TrueTypeFont font = load(file);
        document.registerTrueTypeFontForClosing(font);
        return font instanceof OpenTypeFont open && open.isPostScript()
                ? new OutlineTypeface(open)
                : new EmbeddedTypeface(PDType0Font.load(document, font, true));
    }

    private static boolean readable(Found files) {
        try (TrueTypeFont regular = load(files.regular());
                TrueTypeFont bold = load(files.bold())) {
            return hasHangul(regular) && hasHangul(bold);
        } catch (IOException e) {
            LOG.warn("A font cannot be read and is passed over: {}", files.regular(), e);
            return false;
        }
    }

    private static boolean hasHangul(TrueTypeFont font) throws IOException {
        return font.getUnicodeCmapLookup().getGlyphId(HANGUL) != 0;
    }

    private static TrueTypeFont load(Path path) throws IOException {
        File file = path.toFile();
        String name = file.getName();
        if (name.endsWith(".ttc")) {
            return koreanOf(file);
        }
        return name.endsWith(".otf")
                ? new OTFParser().parse(new RandomAccessReadBufferedFile(file))
                : new TTFParser().parse(new RandomAccessReadBufferedFile(file));
    }

    /// The Korean member of a collection: its name says `kr`; else the first with Hangul.
    private static TrueTypeFont koreanOf(File file) throws IOException {
        TrueTypeCollection collection = new TrueTypeCollection(file);
        String[] best = new String[2];
        collection.processAllFonts(font -> {
            String name = font.getName();
            if (name.contains("CJKkr-") && best[0] == null) {
                best[0] = name;
            }
            if (best[1] == null && hasHangul(font)) {
                best[1] = name;
            }
        });
        String name = best[0] != null ? best[0] : best[1];
        TrueTypeFont font = name == null ? null : collection.getFontByName(name);
        if (font == null) {
            collection.close();
            throw new IOException("No font with Hangul in " + file);
        }
        return font;
    }

    private static Stream<Path> filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.find(folder, DEEPEST, (_, attributes) -> attributes.isRegularFile())) {
            return files.sorted().toList().stream();
        } catch (IOException | java.io.UncheckedIOException e) {
            LOG.warn("A font folder cannot be read and is passed over: {}", folder, e);
            return Stream.empty();
        }
    }

    /// Regular and bold of one document.
    public record Faces(Typeface regular, Typeface bold) {}

    private record Found(Path regular, Path bold) {}

    private record Pair(String regular, String bold) {
        Optional<Found> in(List<Path> files) {
            Optional<Path> first = named(regular, files);
            return first.map(path -> new Found(path, named(bold, files).orElse(path)));
        }

        private static Optional<Path> named(String name, List<Path> files) {
            return files.stream().filter(file -> file.endsWith(name)).findFirst();
        }
    }
}
