package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.fx.Theme;
import org.seatside.fx.testing.HeadlessToolkit;
import org.seatside.fx.testing.Pictures;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.model.attendance.Profile;
import org.seatside.model.id.CheckInId;

/// Who looks after the kiosk, who is called to it, and what it tells while nobody is here.
@ExtendWith(HeadlessToolkit.class)
class StaffAndHelpTest {
    private final ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);
    private final KioskViewModel model = fixture.model;

    @BeforeEach
    void start() {
        model.start();
    }

    @Test
    void staffComeInByTheirCodeSendADeadLetterAgainAndEndTheProgram() throws Exception {
        CheckInId id = new CheckInId(new UUID(3, 4));
        fixture.desk.dead.add(new StaffDesk.DeadLetter(id, SampleCampus.NOW, "HTTP_422"));
        fixture.desk.offset = OptionalLong.of(-3_000);
        HeadlessToolkit.onScreen(() -> {
            Scene scene = fixture.view(1280, 720).scene();
            model.askStaffCode();
            code("4711");
            Pictures.save(scene, "ko-100-state-staff");
            String before = ids(scene);

            ((Button) scene.lookup("#staff-again-" + id)).fire();
            ((Button) scene.lookup("#staff-mirror")).fire();
            ((Button) scene.lookup("#staff-exit")).fire();

            assertTrue(before.contains("staff-again-" + id) && before.contains("staff-clock"), before);
            assertFalse(ids(scene).contains("staff-again"));
            assertEquals("그대로 보기", ((Button) scene.lookup("#staff-mirror")).getText());
            assertEquals(List.of("again " + id, "exit"), fixture.desk.done);
            return scene;
        });
    }

    @Test
    void aWrongCodeLetsNobodyInAndAfterFiveNoCodeDoesForAMinute() {
        model.askStaffCode();
        for (int i = 0; i < StaffDoor.TRIES; i++) {
            code("0000");
        }
        code("4711");
        KioskState closed = model.state().get();
        fixture.clock.advance(Duration.ofSeconds(61));
        code("4711");

        assertInstanceOf(KioskState.AskingStaffCode.class, closed);
        assertInstanceOf(KioskState.StaffSettings.class, model.state().get());
    }

    @Test
    void withoutACodeInTheConfigurationTheDoorStaysShut() {
        ScreenFixture shut = new ScreenFixture(
                new KioskSetting(VisitSettings.plain(Locale.KOREAN, Theme.LIGHT), 546, "", "", true, false, ""));
        shut.model.start();

        shut.model.askStaffCode();

        assertInstanceOf(KioskState.Idle.class, shut.model.state().get());
    }

    @Test
    void aCallIsSeenAndSaidOnEveryStepAndTakenBackByCancelOnly() {
        model.listen();
        model.callHelp();
        List<String> said = new ArrayList<>();
        for (HelpStage stage : List.of(HelpStage.CALLED, HelpStage.SEEN, HelpStage.COMING)) {
            fixture.voice.texts();
            fixture.help.progress.accept(stage);
            said.add(fixture.voice.texts().getFirst());
        }
        fixture.tasks.advance(Duration.ofMinutes(6));
        int byTime = fixture.help.cancels;
        model.callHelp();
        model.cancel();

        assertEquals(List.of("직원에게 알렸어요", "직원이 확인했어요", "직원이 오고 있어요"), said);
        assertEquals(List.of(2, 0, 1), List.of(fixture.help.calls, byTime, fixture.help.cancels));
    }

    @Test
    void aCallThatStaffEndIsSaidToBeDoneAndCanBeMadeAnew() {
        model.listen();
        model.callHelp();
        fixture.voice.texts();

        fixture.help.progress.accept(HelpStage.DONE);
        String said = fixture.voice.texts().getFirst();
        model.callHelp();
        HelpStage again = ((StageContent.Notice) model.stage().get()).icon().equals(HelpStage.CALLING.icon())
                ? HelpStage.CALLING
                : HelpStage.DONE;
        fixture.help.progress.accept(HelpStage.DONE);
        fixture.tasks.advance(Duration.ofSeconds(61));

        assertEquals("도움이 끝났어요", said);
        assertEquals(HelpStage.CALLING, again);
        assertEquals(List.of(2, 0), List.of(fixture.help.calls, fixture.help.cancels));
        assertInstanceOf(KioskState.Idle.class, model.state().get());
    }

    @Test
    void howStaffWantThePictureIsKeptForTheNextStart() throws Exception {
        HeadlessToolkit.onScreen(() -> {
            Scene scene = fixture.view(1280, 720).scene();
            model.askStaffCode();
            code("4711");
            ((Button) scene.lookup("#staff-mirror")).fire();
            ((Button) scene.lookup("#staff-zoom")).fire();

            model.cancel();
            Scene next = fixture.view(1280, 720).scene();
            model.askStaffCode();
            code("4711");

            assertEquals(Optional.of(new CameraLook(false, 1.5)), fixture.desk.look);
            assertEquals("그대로 보기", ((Button) next.lookup("#staff-mirror")).getText());
            assertEquals("확대 150%", ((Button) next.lookup("#staff-zoom")).getText());
            return next;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mirrored", "mirrored 9.00", "mirrored 0.50", "plain 1,5", "mirrored 1.50 x", "\u0000"})
    void aDamagedFileOfHowItLooksIsNoFile(String text) {
        assertTrue(CameraLook.parse(text)
                .map(look -> look.zoom() >= 1 && look.zoom() <= CameraLook.MOST_ZOOM)
                .orElse(true));
        assertEquals(Optional.of(new CameraLook(true, 2.5)), CameraLook.parse(new CameraLook(true, 2.5).text()));
    }

    /// Staff move it in the admin app; the next provision says so.
    @Test
    void aKioskThatIsMovedStandsInItsNewRoomFromThenOn() throws Exception {
        String before = fixture.header.room().get();
        fixture.rules = Optional.of(fixture.campus.rules(null));
        model.mended();
        String onWheels = fixture.header.room().get();
        model.scanned(fixture.campus.pass(), 1, System.nanoTime());
        KioskState asking = model.state().get();
        model.cancel();

        fixture.rules = Optional.of(fixture.campus.rules(SampleCampus.OTHER_ROOM));
        model.mended();
        model.scanned(fixture.campus.pass(), 2, System.nanoTime());

        assertEquals(List.of("19C4", ""), List.of(before, onWheels));
        assertInstanceOf(KioskState.AskingRoom.class, asking);
        assertEquals(SampleCampus.OTHER_ROOM, fixture.line.recorded.getFirst().standing());
        assertFalse(fixture.header.room().get().equals(before));
    }

    @Test
    void helpCanBeCalledFromAKioskThatIsOutOfOrderAndItStaysSo() {
        model.broken(KioskState.Fault.OUTBOX);
        model.callHelp();
        KioskState calling = model.state().get();
        model.cancel();

        assertEquals(new KioskState.CallingHelp(KioskState.Fault.OUTBOX), calling);
        assertEquals(
                new KioskState.OutOfOrder(KioskState.Fault.OUTBOX),
                model.state().get());
    }

    @Test
    void aNoticeIsShownForItsTimeWithinItsDatesInTheLanguageOfTheScreen() {
        model.notices(List.of(
                notice("시험 기간", SampleCampus.NOW.minusSeconds(60), 20),
                notice("지난 알림", SampleCampus.NOW.minusSeconds(90_000), 20)));
        Map<Object, Long> seconds = java.util.stream.IntStream.range(0, 300)
                .mapToObj(_ -> {
                    fixture.clock.advance(Duration.ofSeconds(1));
                    fixture.tasks.advance(Duration.ofSeconds(1));
                    return ((StageContent.Camera) model.stage().get())
                            .sentence()
                            .in(fixture.messages);
                })
                .collect(Collectors.groupingBy(text -> text, Collectors.counting()));

        assertEquals(
                List.of("QR 출석 카드나 휴대전화를 카메라 앞에 들어 주세요.", "알림: 시험 기간").stream().collect(Collectors.toSet()),
                seconds.keySet());
        assertEquals(200, seconds.get("알림: 시험 기간"));
    }

    @Test
    void atNightTheScreenIsDarkUntilSomebodyComes() {
        fixture.clock.advance(Duration.ofHours(14));
        fixture.tasks.advance(Duration.ofSeconds(1));
        boolean alone = model.night().get();
        model.visit().nextTextScale();
        fixture.tasks.advance(Duration.ofSeconds(1));

        assertEquals(List.of(true, false), List.of(alone, model.night().get()));
    }

    @Test
    void whatWasAgreedHoldsFromTheScanUntilIdleAndIsNotForTheNextStudent() throws Exception {
        fixture.line.answer = new NodeAnswer.Decided(
                SampleOutcomes.all().getFirst(), new Profile(200, true, Profile.Theme.YELLOW_ON_BLACK, 300, 800, "en"));
        model.scanned(fixture.campus.pass(), 1, System.nanoTime());
        VisitSettings met = model.visit().now();
        boolean spoken = fixture.voice.texts().contains("You are present");
        fixture.decide(SampleOutcomes.all().get(1));
        VisitSettings next = model.visit().now();

        assertEquals(
                fixture.setting
                        .usual()
                        .withTextScale(2)
                        .withSpeech(true)
                        .withTheme(Theme.YELLOW_ON_BLACK)
                        .withTimeFactor(3)
                        .withLanguage(Locale.ENGLISH)
                        .withOperation(Operation.DWELL, Duration.ofMillis(800))
                        .withNameShown(Duration.ofSeconds(9)),
                met);
        assertTrue(spoken);
        assertEquals(fixture.setting.usual(), next);
    }

    private static Notice notice(String text, java.time.Instant from, int seconds) {
        return new Notice(
                new NoticeId(new UUID(5, from.getEpochSecond())),
                from,
                from.plusSeconds(3_600),
                seconds,
                List.of(),
                Map.of("ko", text));
    }

    private void code(String digits) {
        digits.chars().forEach(digit -> model.digit((char) digit));
        model.confirm();
    }

    private static String ids(Scene scene) {
        return Targets.in(scene.getRoot()).stream().map(Button::getId).collect(Collectors.joining(" "));
    }
}
