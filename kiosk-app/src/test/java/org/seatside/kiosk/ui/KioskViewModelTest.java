package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.fx.Theme;
import org.seatside.kiosk.capture.CameraCondition;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.kiosk.ui.KioskState.Fault;
import org.seatside.kiosk.voice.Tone;
import org.seatside.kiosk.voice.Utterance;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Outcome;

class KioskViewModelTest {
    private static final Outcome PRESENT = SampleOutcomes.all().getFirst();

    private final ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);
    private final KioskViewModel model = fixture.model;

    @BeforeEach
    void start() {
        model.start();
    }

    @Test
    void aScanGoesByReadingAndCheckingToItsOutcomeAndBack() throws Exception {
        List<KioskState> states = new ArrayList<>();
        model.state().subscribe(state -> states.add(state));

        fixture.decide(PRESENT);
        fixture.tasks.advance(Duration.ofSeconds(60));

        assertEquals(
                List.of(
                        new KioskState.Idle(),
                        new KioskState.Reading(),
                        new KioskState.Checking(),
                        new KioskState.ShowingOutcome(PRESENT),
                        new KioskState.Idle()),
                states);
        assertEquals(List.of(Tone.RISING), fixture.tones);
    }

    @Test
    void anOutcomeTellsTwentySecondsBeforeItGoesAndStaysForWhoWantsMoreTime() throws Exception {
        fixture.decide(PRESENT);
        fixture.tasks.advance(Duration.ofSeconds(4));
        int early = model.secondsLeft().get();
        while (model.secondsLeft().get() == 0) {
            fixture.tasks.advance(Duration.ofSeconds(1));
        }
        int told = model.secondsLeft().get();

        model.touched();
        int more = model.secondsLeft().get();
        fixture.tasks.advance(Duration.ofSeconds(22));

        assertEquals(List.of(0, 20, 0), List.of(early, told, more));
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
    }

    @Test
    void aReportNamesTheCheckInAndTheFrame() throws Exception {
        fixture.decide(PRESENT);

        CheckInReport report = fixture.reports.getFirst();
        assertEquals(new CheckInReport(report.checkIn(), PRESENT, 7, report.millis()), report);
        assertNotNull(report.checkIn());
    }

    @Test
    void aNameIsGoneAfterThreeSecondsAndTheRestStays() throws Exception {
        fixture.decide(PRESENT);
        fixture.tasks.advance(Duration.ofMillis(2_999));
        boolean before = model.nameVisible().get();

        fixture.tasks.advance(Duration.ofMillis(1));

        assertTrue(before);
        assertFalse(model.nameVisible().get());
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
    }

    @Test
    void theNextStudentNeedNotWaitForTheScreen() throws Exception {
        fixture.decide(PRESENT);
        Outcome late = SampleOutcomes.all().get(1);

        fixture.decide(late);
        fixture.tasks.advance(Duration.ofSeconds(2));

        assertEquals(new KioskState.ShowingOutcome(late), model.state().get());
        assertTrue(model.nameVisible().get());
    }

    @Test
    void aTypedNumberIsCheckedInAndWiped() {
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);
        "20260017".chars().forEach(key -> model.digit((char) key));
        String typed = model.entry().get();

        model.confirm();

        assertEquals("20260017", typed);
        assertEquals("", model.entry().get());
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
        assertEquals(
                Identification.NUMBER_TYPED, fixture.line.recorded.getFirst().how());
    }

    @Test
    void aNumberNobodyCouldCheckIsKeptAndShownButNotCalledRecorded() {
        fixture.line.answer = new NodeAnswer.None();
        "20260718".chars().forEach(key -> model.digit((char) key));

        model.confirm();

        OutcomePresentation shown = ((StageContent.Result) model.stage().get()).outcome();
        assertEquals(
                List.of("기록해 두었어요", "연결되면 확인해요."),
                shown.speech().stream()
                        .map(phrase -> phrase.in(fixture.messages))
                        .toList());
        assertEquals("…718  ·  09:02  ·  19C4  ·  자료구조 01분반", shown.where());
        assertEquals(List.of(Tone.ASKING), fixture.tones);
    }

    @Test
    void keysErase() {
        model.digit('1');
        model.digit('x');
        model.digit('2');
        model.erase();
        model.erase();
        model.erase();

        assertEquals("", model.entry().get());
        assertInstanceOf(KioskState.AskingNumber.class, model.state().get());
    }

    @Test
    void typingEndsAfterAMinuteAndIsCountedDown() {
        model.digit('1');
        fixture.tasks.advance(Duration.ofSeconds(39));
        int before = model.secondsLeft().get();
        fixture.tasks.advance(Duration.ofSeconds(6));
        int counted = model.secondsLeft().get();

        fixture.tasks.advance(Duration.ofSeconds(15));

        assertEquals(List.of(0, 15), List.of(before, counted));
        assertEquals(new KioskState.Idle(), model.state().get());
        assertEquals("", model.entry().get());
    }

    @Test
    void anyKeyGivesMoreTime() {
        model.digit('1');
        fixture.tasks.advance(Duration.ofSeconds(55));
        model.digit('2');
        fixture.tasks.advance(Duration.ofSeconds(55));

        assertEquals("12", model.entry().get());
    }

    @Test
    void aPosterOnTheWallDoesNotDisturbTyping() throws Exception {
        model.digit('1');

        model.scanned("https://example.org/", 1, System.nanoTime());

        assertInstanceOf(KioskState.AskingNumber.class, model.state().get());
        assertEquals("1", model.entry().get());
    }

    @Test
    void onWheelsTheScreenAsksForTheOtherHalfUntilItIsForgotten() throws Exception {
        fixture.rules = Optional.of(fixture.campus.rules(null));

        model.scanned(fixture.campus.pass(), 1, System.nanoTime());
        StageContent asked = model.stage().get();
        fixture.tasks.advance(Duration.ofSeconds(60));
        model.scanned(fixture.campus.roomCode(), 2, System.nanoTime());

        assertInstanceOf(StageContent.Camera.class, asked);
        assertInstanceOf(KioskState.AskingStudent.class, model.state().get());
    }

    @Test
    void languageAndTextSizeReturnAfterTheVisitAndThatIsSaidTwentySecondsBefore() {
        model.visit().nextLanguage();
        model.visit().nextTextScale();
        model.adjust();
        model.cancel();
        Locale during = fixture.messages.language().get();
        double size = model.visit().now().textScale();

        fixture.tasks.advance(Duration.ofSeconds(40));
        int told = model.secondsLeft().get();
        fixture.tasks.advance(Duration.ofSeconds(20));

        assertEquals(Locale.ENGLISH, during);
        assertEquals(List.of(1.5, 20.0), List.of(size, (double) told));
        assertEquals(Locale.KOREAN, fixture.messages.language().get());
        assertEquals(1.0, model.visit().now().textScale());
    }

    @Test
    void textSizesGoRound() {
        List<Double> sizes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            model.visit().nextTextScale();
            sizes.add(model.visit().now().textScale());
        }

        assertEquals(List.of(1.5, 2.0, 4.0, 1.0, 1.5), sizes);
    }

    @ParameterizedTest
    @EnumSource
    void theScreenSaysWhatTheCameraIsWorthAndWhatWorksMeanwhile(CameraCondition condition) {
        model.cameraIs(condition);

        StageContent.Camera shown = (StageContent.Camera) model.stage().get();
        assertEquals(condition.works(), shown.cameraWorks());
        assertEquals(!condition.works(), shown.sentence().equals(Phrase.of("camera.sentence")));
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_DARK", "COME_CLOSER", "HOLD_STILL", "TO_THE_MIDDLE"})
    void howToHoldACodeIsShownAndSaidAlone(CameraCondition advice) {
        model.visit().change(now -> now.withSpeech(true));
        fixture.voice.said.clear();

        model.cameraIs(advice);
        model.cameraIs(CameraCondition.FINE);

        Stages stages = new Stages(advice, HelpStage.CALLING, ZoneOffset.UTC, "", "", Optional.empty());
        StageContent.Camera shown = (StageContent.Camera) stages.content(new KioskState.Idle());
        assertEquals(
                List.of(shown.headline().in(fixture.messages), shown.sentence().in(fixture.messages)),
                fixture.voice.said.stream().map(Utterance::text).toList());
    }

    @Test
    void whoShowsTheSecondHalfIsToldHowToHoldIt() throws Exception {
        fixture.rules = Optional.of(fixture.campus.rules(null));
        model.scanned(fixture.campus.pass(), 1, System.nanoTime());
        StageContent.Camera asked = (StageContent.Camera) model.stage().get();

        model.cameraIs(CameraCondition.COME_CLOSER);

        StageContent.Camera advised = (StageContent.Camera) model.stage().get();
        assertEquals(
                new StageContent.Camera(
                        asked.icon(), asked.headline(), asked.where(), Phrase.of("hint.closer.sentence"), true),
                advised);
    }

    @Test
    void outOfOrderEndsOnlyWhenMended() throws Exception {
        model.broken(Fault.NOT_PAIRED);
        fixture.decide(PRESENT);
        model.askNumber();
        KioskState broken = model.state().get();

        model.mended();

        assertEquals(new KioskState.OutOfOrder(Fault.NOT_PAIRED), broken);
        assertEquals(new KioskState.Idle(), model.state().get());
    }

    @ParameterizedTest
    @ValueSource(classes = {IllegalStateException.class, StackOverflowError.class, OutOfMemoryError.class})
    void whateverFailsIsSaidWithACodeAndTheNextIsServed(Class<? extends Throwable> failure) throws Exception {
        Throwable thrown = failure.getConstructor().newInstance();
        fixture.line.meanwhile = () -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        };
        model.scanned(fixture.campus.pass(), 1, System.nanoTime());
        KioskState scanned = model.state().get();
        fixture.tasks.advance(Duration.ofSeconds(20));
        "20260017".chars().forEach(key -> model.digit((char) key));
        model.confirm();
        KioskState typed = model.state().get();
        fixture.line.meanwhile = () -> {};

        fixture.decide(PRESENT);

        assertInstanceOf(Outcome.Refused.class, ((KioskState.ShowingOutcome) scanned).outcome());
        assertInstanceOf(Outcome.Refused.class, ((KioskState.ShowingOutcome) typed).outcome());
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
    }

    @Test
    void aDecisionThatDoesNotComeIsSaidAndStillShownWhenItComes() throws Exception {
        List<KioskState> states = new ArrayList<>();
        fixture.line.meanwhile = () -> {
            fixture.tasks.advance(Duration.ofMillis(9_999));
            states.add(model.state().get());
            fixture.tasks.advance(Duration.ofMillis(1));
            states.add(model.state().get());
        };

        fixture.decide(PRESENT);
        states.add(model.state().get());

        assertEquals(
                List.of(
                        new KioskState.Checking(),
                        new KioskState.ShowingOutcome(new Outcome.Refused("NOT_DECIDED")),
                        new KioskState.ShowingOutcome(PRESENT)),
                states);
    }

    @Test
    void headerTellsRoomMeetingAndTimeOfTheCampus() {
        assertEquals(
                List.of("19C4", "자료구조 01분반", "09:02"),
                List.of(
                        fixture.header.room().get(),
                        fixture.header.meeting().get(),
                        fixture.header.time().get()));
    }

    @Test
    void theClockGoesOnAndTheMeetingEnds() {
        fixture.clock.advance(Duration.ofMinutes(74));
        fixture.tasks.advance(Duration.ofSeconds(1));

        assertEquals(
                List.of("", "10:16"),
                List.of(fixture.header.meeting().get(), fixture.header.time().get()));
    }

    @Test
    void aScannerThatTypesIsAScan() {
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);

        model.scannedByHand(fixture.campus.pass());

        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
        assertEquals(SampleCampus.ROOM, fixture.line.recorded.getFirst().standing());
    }
}
