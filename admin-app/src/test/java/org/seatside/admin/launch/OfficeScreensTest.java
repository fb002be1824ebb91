package org.seatside.admin.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.seatside.fx.testing.HeadlessToolkit.onScreen;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.admin.launch.live.LiveCampus;
import org.seatside.admin.launch.live.LiveNode;
import org.seatside.admin.start.Place;
import org.seatside.admin.testing.FolderFiles;
import org.seatside.admin.testing.PlayedNode;
import org.seatside.admin.ui.Screen;
import org.seatside.camera.FolderFrameSource;
import org.seatside.client.NodeClient;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignedIn;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;

/// The screens of timetable, insight and administration on a real node with a campus in it, as pictures to look
/// at; nothing may be cut, nothing nameless.
@ExtendWith(HeadlessToolkit.class)
class OfficeScreensTest {
    @TempDir
    static Path folder;

    private static LiveNode node;

    @BeforeAll
    static void aCampus() throws Exception {
        node = LiveNode.start(folder.resolve("node"));
        LiveCampus.enter(node);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void timetable() throws Exception {
        Admin admin = opened(node.uri(), node.session());
        Hand hand = new Hand(admin);
        hand.go(Screen.TIMETABLE);
        hand.see("자료구조");
        hand.shots("timetable-meetings");
        hand.choose(0);
        hand.seeKey("meeting.cancel.title");
        hand.shots("timetable-meeting");
        hand.toggle("patterns.title");
        hand.see("자료구조");
        hand.shots("timetable-patterns");
        hand.choose(0);
        hand.seeKey("exceptions.none");
        hand.shots("timetable-pattern");
        hand.toggle("sections.title");
        hand.see("자료구조");
        hand.choose(0);
        hand.see("홍길동");
        hand.shots("timetable-section");
        hand.toggle("lecturers.title");
        hand.press("lecturers.add");
        hand.seeKey("lecturer.account.hint");
        hand.shots("timetable-lecturer");
        hand.toggle("marks.title");
        hand.see("출석");
        hand.choose(0);
        hand.seeKey("mark.points.hint");
        hand.shots("timetable-mark");
        hand.toggle("terms.title");
        hand.press("terms.add");
        hand.press("entry.save");
        hand.seeKey("entry.missing");
        hand.shots("timetable-term-errors");
        hand.toggle("rules.title");
        hand.seeKey("rule.of.campus");
        hand.shots("timetable-rules");
        hand.toggle("holidays.title");
        hand.seeKey("holidays.empty.head");
        hand.shots("timetable-holidays-empty");
        hand.toggle("imports.title");
        hand.press("import.choose");
        hand.seeKey("import.first");
        hand.shots("timetable-import");
        hand.close();
    }

    @Test
    void insight() throws Exception {
        Admin admin = opened(node.uri(), node.session());
        Hand hand = new Hand(admin);
        hand.go(Screen.INSIGHT);
        hand.seeKey("insight.empty.head");
        hand.shots("insight");
        hand.toggle("low.title");
        hand.seeKey("low.none.head");
        hand.shots("insight-low");
        hand.close();
    }

    @Test
    void insightOfABusyMonth() throws Exception {
        try (PlayedNode played = new PlayedNode(Clock.fixed(Morning.NOW, ZoneOffset.UTC))) {
            Morning.troubled(played);
            played.statistics = busyMonth(played);
            Admin admin = opened(played.uri(), played.session("김지원"));
            Hand hand = new Hand(admin);
            hand.go(Screen.INSIGHT);
            hand.seeKey("insight.perRoom");
            hand.shots("insight-busy");
            hand.press("insight.csv");
            hand.see(".csv");
            hand.close();
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.anyMatch(file -> file.toString().endsWith(".csv")), "no numbers were saved");
        }
    }

    private static Statistics busyMonth(PlayedNode played) {
        LocalDate last = LocalDate.ofInstant(Morning.NOW, ZoneId.of("Asia/Seoul"));
        List<Statistics.CheckIns> counts = new ArrayList<>();
        for (int day = 0; day < 30; day++) {
            for (int hour = 9; hour < 18; hour += 3) {
                long many = (day * 7L + hour) % 23;
                counts.add(new Statistics.CheckIns(
                        last.minusDays(day),
                        hour,
                        played.rooms.get(day % 2).id(),
                        day % 3 == 0 ? Identification.NUMBER_TYPED : Identification.PASS,
                        day % 5 == 0 ? "Late" : "Present",
                        many));
            }
        }
        return new Statistics(counts, List.of(), List.of(new Statistics.Upstream(last, UpstreamState.ACCEPTED, 120)));
    }

    @Test
    void administration() throws Exception {
        Admin admin = opened(node.uri(), node.session());
        Hand hand = new Hand(admin);
        hand.go(Screen.ADMINISTRATION);
        hand.see("김지원");
        hand.shots("administration-accounts");
        hand.press("accounts.add");
        hand.seeKey("role.auditor.hint");
        hand.shots("administration-account-add");
        hand.toggle("own.title");
        hand.press("own.totp.begin");
        hand.seeKey("own.totp.scan");
        hand.shots("administration-own");
        hand.toggle("notices.title");
        hand.press("notices.add");
        hand.type("notice.text.ko", "오늘 19C4 강의는 휴강입니다.");
        hand.seeKey("notice.preview");
        hand.shots("administration-notice");
        hand.toggle("hooks.title");
        hand.seeKey("hooks.empty.head");
        hand.shots("administration-hooks-empty");
        hand.toggle("reports.title");
        hand.seeKey("reports.empty.head");
        hand.shots("administration-reports-empty");
        hand.toggle("node.title");
        hand.seeKey("node.ready");
        hand.shots("administration-node");
        hand.close();
    }

    @Test
    void auditTrail() throws Exception {
        SignedIn auditor = node.session("auditor", Set.of(Role.AUDITOR));
        Admin admin = opened(node.uri(), auditor);
        Hand hand = new Hand(admin);
        hand.go(Screen.ADMINISTRATION);
        hand.toggle("audit.title");
        hand.seeKey("audit.outcome.done");
        hand.press("audit.verify");
        hand.see("온전합니다");
        hand.choose(0);
        hand.seeKey("audit.hash");
        hand.shots("administration-audit");
        hand.close();
    }

    private static Admin opened(URI uri, SignedIn session) throws Exception {
        Place place = Place.embedded(uri, Optional::empty);
        AdminSettings settings = new AdminSettings(
                Locale.KOREAN,
                Theme.LIGHT,
                1,
                AdminSettings.WIDTH,
                AdminSettings.HEIGHT,
                () -> new FolderFrameSource(folder, 5, FolderFrameSource.Repeat.LOOP),
                (URI _) -> {});
        Path roster = folder.resolve("명단.csv");
        Files.writeString(roster, "학번,이름\n20230001,홍길동\n20230099,새학생\n");
        Admin admin =
                onScreen(() -> new Admin(new Stage(), List.of(uri), place, settings, new FolderFiles(folder, roster)));
        About about;
        try (NodeClient asking = new NodeClient(List.of(uri), new Json())) {
            about = asking.about();
        }
        onScreen(() -> {
            admin.open(about, session);
            return true;
        });
        return admin;
    }
}
