package org.seatside.admin.print;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.qr.Effort;
import org.seatside.qr.Luminance;
import org.seatside.qr.QrReader;
import org.seatside.qr.Reading;

class PassPdfTest {
    /// The card of the published test vector.
    private static final String CODE =
            "DP1:*62X507H0QS0+B1DH0FFU+R2/HTK.GE1PAB31RD8SN0GCH48%%GSPAT%TESBC6C5QGAGT+%FL:S7$SOQVN4FCM7EJ9S+TV+TN"
                    + " FUACTVBBVSM-GPDO+AW";

    private static final PassText KOREAN = new PassText(
            CODE, "출석 패스", "홍길동", "2027년 2월 28일까지", "코드를 화면 앞 20cm에 보여 주세요.", "잃어버리면 지원센터에 알려 주세요.", "시트사이드대학교");
    private static final PassText ENGLISH = new PassText(
            CODE,
            "Attendance pass",
            "Alexandrina Featherstonehaugh-Okonkwo",
            "Valid until 28 February 2027",
            "Hold the code 20 cm in front of the screen.",
            "Lost? Tell the support office.",
            "Seatside University");
    private static final double MM_PER_INCH = 25.4;

    private final PrintFonts fonts = PrintFonts.ofThisComputer();

    @ParameterizedTest
    @EnumSource(Paper.class)
    void theCodeOnThePaperReadsAsTheTextThatWasPrinted(Paper paper) throws IOException {
        BufferedImage page = picture(pdf(ENGLISH, paper, Locale.ENGLISH), 200, "pass-" + paper + "-en");

        List<Reading> readings = new QrReader().read(grey(page), Effort.untimed(2));

        assertEquals(List.of(CODE), readings.stream().map(Reading::text).toList());
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void modulesAreAsLargeAsPromisedAndTheQuietZoneIsLight(Paper paper) throws IOException {
        int dpi = 600;
        BufferedImage page = picture(pdf(ENGLISH, paper, Locale.ENGLISH), dpi, null);

        Square code = Square.on(page);

        double module = code.side() / 45.0 / dpi * MM_PER_INCH;
        assertEquals(paper.module(), module, 0.003);
        assertTrue(module >= 0.5, "module of " + module + " mm");
        int quiet = (int) Math.floor(4 * code.side() / 45.0) - 1;
        assertTrue(code.lightAround(page, quiet), "quiet zone of " + quiet + " pixels");
    }

    @ParameterizedTest
    @EnumSource(Paper.class)
    void koreanIsPrintedWithAFontOfThisComputer(Paper paper) throws IOException {
        assumeTrue(fonts.korean(), "no Korean font is installed");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<String> left = new PassPdf(fonts).write(KOREAN, paper, Locale.KOREAN, out);

        assertEquals(List.of(), left);
        BufferedImage page = picture(out.toByteArray(), 200, "pass-" + paper + "-ko");
        assertEquals(
                List.of(CODE),
                new QrReader()
                        .read(grey(page), Effort.untimed(2)).stream()
                                .map(Reading::text)
                                .toList());
    }

    @Test
    void anEmbeddedKoreanNameCanBeSearchedFor() throws IOException {
        assumeTrue(fonts.korean(), "no Korean font is installed");

        try (PDDocument document = Loader.loadPDF(pdf(KOREAN, Paper.CARD, Locale.KOREAN))) {
            assertTrue(new PDFTextStripper().getText(document).contains("홍길동"));
        }
    }

    @Test
    void aFontWithPostScriptOutlinesIsDrawn() throws IOException {
        Path noto = Path.of("/usr/share/fonts/opentype/noto");
        assumeTrue(Files.exists(noto.resolve("NotoSansCJK-Regular.ttc")), "Noto Sans CJK is not installed");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<String> left = new PassPdf(PrintFonts.in(List.of(noto))).write(KOREAN, Paper.CARD, Locale.KOREAN, out);

        assertEquals(List.of(), left);
        picture(out.toByteArray(), 200, "pass-CARD-ko-outlines");
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertEquals("", new PDFTextStripper().getText(document).strip());
        }
    }

    @Test
    void withoutAKoreanFontTheKoreanLinesAreNamedAndTheCodeIsPrinted(@TempDir Path empty) throws IOException {
        PassText mixed = new PassText(
                CODE, "Attendance pass", "홍길동", "Valid until 28 February 2027", "Show it.", "Lost?", "Seatside");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<String> left = new PassPdf(PrintFonts.in(List.of(empty))).write(mixed, Paper.CARD, Locale.ENGLISH, out);

        assertEquals(List.of("홍길동"), left);
        BufferedImage page = picture(out.toByteArray(), 200, null);
        assertEquals(1, new QrReader().read(grey(page), Effort.untimed(2)).size());
    }

    @Test
    void aTextTooLongForTheCardIsRefused() {
        PassText tooLong = new PassText("A".repeat(126), "", "", "", "", "", "");

        assertThrows(
                IllegalArgumentException.class,
                () -> new PassPdf(fonts).write(tooLong, Paper.CARD, Locale.ENGLISH, new ByteArrayOutputStream()));
    }

    @Test
    void theRoomsCodeReadsAndItsNameIsOnThePaper() throws IOException {
        RoomText text = new RoomText(
                "R1:" + "A".repeat(110),
                "Room code",
                "19C4",
                "Humanities Hall · 4th floor",
                "Show this code to the kiosk, then your pass.",
                "Seatside University");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        List<String> left = new RoomCodePdf(fonts).write(text, Locale.ENGLISH, out);

        assertEquals(List.of(), left);
        BufferedImage page = picture(out.toByteArray(), 100, "room-code-en");
        assertEquals(
                List.of(text.code()),
                new QrReader()
                        .read(grey(page), Effort.untimed(2)).stream()
                                .map(Reading::text)
                                .toList());
    }

    private byte[] pdf(PassText text, Paper paper, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PassPdf(fonts).write(text, paper, language, out);
        return out.toByteArray();
    }

    private static BufferedImage picture(byte[] pdf, int dpi, @org.jspecify.annotations.Nullable String keptAs)
            throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, dpi, ImageType.GRAY);
            if (keptAs != null) {
                Path folder = Files.createDirectories(Path.of("target/pictures/print"));
                ImageIO.write(image, "png", folder.resolve(keptAs + ".png").toFile());
            }
            return image;
        }
    }

    private static Luminance grey(BufferedImage image) {
        byte[] pixels = new byte[image.getWidth() * image.getHeight()];
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRaster().getSamples(0, y, row.length, 1, 0, row);
            for (int x = 0; x < row.length; x++) {
                pixels[y * row.length + x] = (byte) row[x];
            }
        }
        return Luminance.of(pixels, image.getWidth(), image.getHeight());
    }
}
