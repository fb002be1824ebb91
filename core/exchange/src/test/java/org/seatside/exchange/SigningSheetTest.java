package org.seatside.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.exchange.print.SigningSheetPdf;
import org.seatside.service.export.SigningSheet;

final class SigningSheetTest {
    @Test
    void everyStudentHasARowOnAsManyPagesAsItTakes(@TempDir Path noFonts) throws IOException {
        SigningSheet sheet = new SigningSheet(
                "Attendance list",
                "CSE-01 Data structures",
                List.of("2026-03-02 09:00 - 09:50", "19C4"),
                List.of("No.", "Student number", "Name", "Recorded", "Signature"),
                IntStream.range(0, 60)
                        .mapToObj(i ->
                                new SigningSheet.Row("2026%04d".formatted(i), "Name " + i, i == 3 ? "Present" : ""))
                        .toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new SigningSheetPdf(PrintFonts.in(List.of(noFonts))).write(sheet, Locale.ENGLISH, out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            String text = new PDFTextStripper().getText(document);
            assertEquals(3, document.getNumberOfPages());
            assertEquals(3, text.split("Signature", -1).length - 1, "headings on every page");
            for (SigningSheet.Row row : sheet.rows()) {
                assertTrue(text.contains(row.number()), row.number());
            }
            assertTrue(text.contains("Present"));
        }
    }

    @Test
    void aCharacterWithoutAFontBecomesAQuestionMark(@TempDir Path noFonts) throws IOException {
        SigningSheet sheet = new SigningSheet(
                "List", "X", List.of(), List.of("a", "b", "c", "d", "e"), List.of(new SigningSheet.Row("1", "홍a", "")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new SigningSheetPdf(PrintFonts.in(List.of(noFonts))).write(sheet, Locale.ENGLISH, out);

        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertTrue(new PDFTextStripper().getText(document).contains("?a"));
        }
    }
}
