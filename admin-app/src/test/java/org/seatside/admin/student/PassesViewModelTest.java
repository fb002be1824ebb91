package org.seatside.admin.student;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.admin.print.Paper;
import org.seatside.admin.print.PassPdf;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeClient;
import org.seatside.exchange.print.PrintFonts;
import org.seatside.fx.Messages;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.roster.Student;

class PassesViewModelTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PrintFonts FONTS = PrintFonts.ofThisComputer();

    private PlayedNode node;
    private NodeClient client;
    private PassesViewModel passes;

    @BeforeEach
    void open() throws IOException {
        node = new PlayedNode(Clock.systemUTC());
        client = new NodeClient(List.of(node.uri()), new Json());
        Student student = new Student(node.ids().student(), "22000001", "홍길동", true);
        PassWords words = new PassWords(new Messages(Display.class, "admin", Locale.KOREAN), "한빛대학교", FONTS.korean());
        passes = new PassesViewModel(
                new NodeLink(client, new SynchronousTasks()), student, new PassPdf(FONTS), words, TODAY);
        passes.load();
    }

    @AfterEach
    void close() {
        client.close();
        node.close();
    }

    @Test
    void aPassIsIssuedForTheSemesterAndListed() {
        passes.issue();

        assertEquals(Notice.done("pass.issued"), passes.notice().get());
        assertEquals(LocalDate.of(2027, 2, 28), passes.passes().getFirst().expires());
        assertTrue(passes.card().get() != null);
    }

    @Test
    void aDayThatIsOverIsSaidBesideItsField() {
        passes.expires().set(TODAY.minusDays(1));

        passes.issue();

        assertEquals(Notice.failed("pass.expires.past"), passes.expiresError().get());
        assertEquals(0, node.changes());
    }

    @Test
    void printingWritesAWholePdfAndNothingBesideIt(@TempDir Path folder) throws IOException {
        passes.issue();

        passes.print(Paper.CARD, folder.resolve("pass.pdf"));

        assertEquals(folder.resolve("pass.pdf"), passes.saved().get());
        try (var files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("pass.pdf")), files.toList());
        }
        try (PDDocument document = Loader.loadPDF(folder.resolve("pass.pdf").toFile())) {
            assertEquals(1, document.getNumberOfPages());
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNamedAndThePassStaysPrintable(@TempDir Path folder) {
        passes.issue();

        passes.print(Paper.CARD, folder.resolve("gone").resolve("pass.pdf"));

        assertEquals(
                Notice.failed("pass.notPrinted", folder.resolve("gone").toString()),
                passes.notice().get());
        assertNull(passes.saved().get());
        assertTrue(passes.card().get() != null);
    }

    @Test
    void revokingAsksFirstAndTakesThePrintableCardAway() {
        passes.issue();

        passes.askToRevoke(passes.passes().getFirst());

        assertEquals(false, passes.passes().getFirst().revoked());
        passes.revoke();
        assertEquals(true, passes.passes().getFirst().revoked());
        assertNull(passes.card().get());
        assertNull(passes.asking().get());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-20, 2027-02-28", "2028-01-05, 2028-02-29", "2026-03-01, 2026-08-31", "2026-09-01, 2027-02-28"})
    void aPassIsForTheSemesterThatRuns(LocalDate day, LocalDate end) {
        assertEquals(end, PassesViewModel.endOfSemester(day));
    }
}
