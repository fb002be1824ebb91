package org.seatside.admin.launch;

import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.start.Place;
import org.seatside.admin.testing.FolderFiles;
import org.seatside.admin.testing.Semester;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.model.api.About;
import org.seatside.model.api.SignedIn;

/// The screens that work on what a campus has, on a real node, in both languages and sizes, as pictures to look
/// at; nothing may be cut, nothing nameless.
@ExtendWith(HeadlessToolkit.class)
class CampusScreensTest {
    @TempDir
    static Path folder;

    private static Semester semester;

    @BeforeAll
    static void aClassHasMetForSomeWeeks() throws Exception {
        semester = Semester.start(folder.resolve("node"));
        Files.writeString(folder.resolve("roster.csv"), """
                \ufeffnumber,name
                20251678,홍길동
                20259001,새봄
                x12,틀림
                """, StandardCharsets.UTF_8);
    }

    @AfterAll
    static void theyGoHome() {
        semester.close();
    }

    @Test
    void oneStudent() throws Exception {
        try (Opened app = open("학생")) {
            Hand hand = app.hand();
            hand.go(Screen.STUDENTS);
            hand.see("홍길동");
            hand.choose(0);
            hand.press("student.tab.history");
            hand.see("자료구조");
            hand.shots("student-history");
            hand.press("student.tab.support");
            hand.press("support.look");
            hand.type("reason.field", "학기 초 상담");
            hand.press("support.look.go");
            hand.seeKey("support.consent");
            hand.shots("student-support");
            if (hand.sees("support.consent.give")) {
                hand.type("support.consent.field", "2026-1");
                hand.press("support.consent.give");
            }
            hand.seeKey("support.agreed");
            hand.type("support.minutes", "500");
            hand.press("support.save");
            hand.seeKey("support.minutes.refused");
            hand.shots("student-agreed");
            hand.press("student.tab.person");
            hand.press("person.erase");
            hand.press("person.erase.go");
            hand.seeKey("reason.missing");
            hand.shots("student-erase");
        }
    }

    @Test
    void anImport() throws Exception {
        try (Opened app = open("가져오기")) {
            Hand hand = app.hand();
            hand.go(Screen.STUDENTS);
            hand.press("import.open");
            hand.seeKey("imports.title");
            hand.shots("import");
        }
    }

    @Test
    void aClassSheet() throws Exception {
        try (Opened app = open("출석")) {
            Hand hand = app.hand();
            hand.go(Screen.ATTENDANCE);
            hand.seeKey("sheet.empty.head");
            hand.shots("sheet-none");
            hand.pickPrompt("sheet.choose", 0);
            hand.see("홍길동");
            hand.seeKey("sheet.percent");
            hand.selectCell(0, 2);
            hand.key(KeyCode.DIGIT4);
            hand.key(KeyCode.DIGIT3);
            hand.shots("sheet-typed");
            hand.press("sheet.save");
            hand.seeKey("reason.hint");
            hand.shots("sheet-reason");
            hand.press("reason.cancel");
            hand.press("attendance.log");
            hand.seeKey("log.empty.head");
            hand.shots("log-empty");
            hand.press("export.open");
            hand.seeKey("export.outcome.hint");
            hand.shots("export");
        }
    }

    private static Opened open(String account) throws Exception {
        AdminSettings settings = new AdminSettings(
                Locale.KOREAN,
                Theme.LIGHT,
                1,
                AdminSettings.WIDTH,
                AdminSettings.HEIGHT,
                () -> new FolderFrameSource(folder, 5, FolderFrameSource.Repeat.LOOP),
                (URI _) -> {});
        About about = semester.about();
        SignedIn session = semester.everything(account);
        Admin admin = onScreen(() -> {
            Admin made = new Admin(
                    new Stage(),
                    List.of(semester.uri()),
                    Place.at(semester.uri()),
                    settings,
                    new FolderFiles(folder, folder.resolve("roster.csv")));
            made.open(about, session);
            return made;
        });
        return new Opened(admin, new Hand(admin));
    }

    /// The app on the screen.
    private record Opened(Admin admin, Hand hand) implements AutoCloseable {
        @Override
        public void close() {
            Platform.runLater(admin::close);
        }
    }
}
