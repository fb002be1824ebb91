package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.fx.Theme;
import org.seatside.kiosk.checkin.Attempt;
import org.seatside.kiosk.checkin.NodeAnswer;
import org.seatside.kiosk.checkin.PinAnswer;
import org.seatside.kiosk.checkin.SampleCampus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.roster.PinRule;

/// A number where the campus asks the PIN: from the keys to what the node is sent.
class PinTest {
    private static final String NUMBER = "20260017";
    private static final Outcome PRESENT = SampleOutcomes.all().getFirst();

    private final ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);
    private final KioskViewModel model = fixture.model;

    @BeforeEach
    void start() {
        fixture.rules = Optional.of(fixture.campus.rules(SampleCampus.ROOM, PinRule.TYPED));
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);
        model.start();
        model.listen();
    }

    @Test
    void aNumberIsNotRecordedBeforeItsPin() {
        type(NUMBER);

        assertEquals(new KioskState.AskingPin(Pin.FIRST), model.state().get());
        assertEquals(List.of(), fixture.line.recorded);
    }

    @Test
    void theRightPinGoesWithTheNodesWordForIt() {
        fixture.line.pin = new PinAnswer.Right("proof");
        type(NUMBER);

        type("0413");

        Attempt attempt = fixture.line.recorded.getFirst();
        assertEquals(List.of(NUMBER, "proof"), List.of(attempt.student(), String.valueOf(attempt.pin())));
        assertEquals("PIN 0413 of " + NUMBER, fixture.line.calls.getFirst());
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
    }

    @Test
    void aWrongPinIsAskedAgainAndSaidToBeWrong() {
        fixture.line.pin = new PinAnswer.Wrong(0);
        type(NUMBER);
        fixture.voice.texts();

        type("1111");
        String said = String.join(" ", fixture.voice.texts());
        fixture.line.pin = new PinAnswer.Right("proof");
        type("0413");

        assertTrue(said.contains("비밀번호가 맞지 않아요"), said);
        assertEquals(1, fixture.line.recorded.size());
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
    }

    @Test
    void whileNobodyMayTryNothingIsTried() {
        fixture.line.pin = new PinAnswer.Wrong(30);
        type(NUMBER);
        type("1111");
        type("2222");
        int early = fixture.line.calls.size();
        fixture.clock.advance(Duration.ofSeconds(31));
        type("3333");

        assertEquals(List.of(1, 2), List.of(early, fixture.line.calls.size()));
        assertInstanceOf(KioskState.AskingPin.class, model.state().get());
    }

    @Test
    void withoutANodeItIsRecordedAsUncheckedAndSaysWhatComesOfIt() {
        fixture.line.answer = new NodeAnswer.None();
        type(NUMBER);

        type("0413");

        assertEquals(CheckIn.PIN_UNCHECKED, fixture.line.recorded.getFirst().pin());
        OutcomePresentation shown = ((StageContent.Result) model.stage().get()).outcome();
        assertEquals(
                List.of(Phrase.of("outcome.pinUnchecked.word"), Phrase.of("outcome.pinUnchecked.next")),
                shown.speech());
    }

    @Test
    void whereNoNodeIsToBeReachedNoPinIsAsked() {
        fixture.line.away = true;
        fixture.line.answer = new NodeAnswer.None();

        type(NUMBER);

        assertEquals(CheckIn.PIN_UNCHECKED, fixture.line.recorded.getFirst().pin());
        assertInstanceOf(KioskState.ShowingOutcome.class, model.state().get());
    }

    @Test
    void aPassNeedsNoPinAndAnswersForOneThatWasAsked() throws Exception {
        type(NUMBER);

        model.scanned(fixture.campus.pass(), 1, System.nanoTime());

        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
        assertEquals(
                List.of(fixture.campus.pass()),
                fixture.line.recorded.stream().map(Attempt::student).toList());
    }

    @Test
    void whatWasTypedIsHiddenNeverSaidAloudAndGoneWithTheWait() {
        type(NUMBER);
        fixture.voice.texts();
        model.digit('4');
        model.digit('7');
        List<String> said = fixture.voice.texts();
        StageContent.Keypad shown = (StageContent.Keypad) model.stage().get();

        fixture.tasks.advance(Duration.ofSeconds(61));
        type("0413");

        assertTrue(shown.hidden());
        assertTrue(said.stream().noneMatch(text -> text.contains("4") || text.contains("7")), said::toString);
        assertEquals("", model.entry().get());
        assertEquals(List.of(), fixture.line.recorded);
        assertTrue(fixture.line.calls.stream().noneMatch(call -> call.startsWith("PIN")), fixture.line.calls::toString);
    }

    /// Its rule is newer than the kiosk's.
    @Test
    void aNodeThatWantsThePinGetsAnotherCheckInOfTheSameVisit() {
        fixture.rules = Optional.of(fixture.campus.rules(SampleCampus.ROOM));
        fixture.line.answer = new NodeAnswer.Decided(new Outcome.PinNeeded());
        type(NUMBER);
        KioskState asked = model.state().get();
        fixture.line.answer = new NodeAnswer.Decided(PRESENT);
        fixture.line.pin = new PinAnswer.Right("proof");

        type("0413");

        assertEquals(new KioskState.AskingPin(Pin.FIRST), asked);
        assertEquals(
                List.of(NUMBER, NUMBER),
                fixture.line.recorded.stream().map(Attempt::student).toList());
        assertEquals("proof", fixture.line.recorded.getLast().pin());
        assertEquals(
                2, fixture.line.recorded.stream().map(Attempt::id).distinct().count());
    }

    @Test
    void onWheelsTheRoomComesFirstThenThePin() throws Exception {
        fixture.rules = Optional.of(fixture.campus.rules(null, PinRule.ANY_NUMBER));
        fixture.line.pin = new PinAnswer.Right("proof");
        model.scanned(NUMBER, 1, System.nanoTime());
        KioskState first = model.state().get();
        model.scanned(fixture.campus.roomCode(), 2, System.nanoTime());
        KioskState second = model.state().get();

        type("0413");

        assertEquals(List.of(new KioskState.AskingRoom(), new KioskState.AskingPin(Pin.FIRST)), List.of(first, second));
        assertEquals(fixture.campus.roomCode(), fixture.line.recorded.getFirst().room());
        assertEquals("proof", fixture.line.recorded.getFirst().pin());
    }

    @Test
    void staffFindWhatDidNotCountByItsTrace() throws Exception {
        fixture.decide(SampleOutcomes.all().get(4));
        String trace = fixture.line.recorded.getFirst().id().trace();
        StageContent.Result refused = (StageContent.Result) model.stage().get();

        fixture.decide(PRESENT);

        assertEquals(trace, refused.trace());
        assertEquals("", ((StageContent.Result) model.stage().get()).trace());
    }

    private void type(String digits) {
        digits.chars().forEach(key -> model.digit((char) key));
        model.confirm();
    }
}
