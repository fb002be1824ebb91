package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.fx.Theme;
import org.seatside.kiosk.voice.Utterance;
import org.seatside.model.attendance.Outcome;

/// What the kiosk says, when, and to whom.
class AnnouncerTest {
    private static final Outcome PRESENT = SampleOutcomes.all().getFirst();

    private final ScreenFixture fixture = new ScreenFixture(Locale.KOREAN, Theme.LIGHT, 1);
    private final KioskViewModel model = fixture.model;

    @BeforeEach
    void start() {
        model.start();
        fixture.voice.said.clear();
    }

    @Test
    void nobodyWhoDoesNotAskIsSpokenTo() throws Exception {
        fixture.decide(PRESENT);

        assertEquals(List.of(), fixture.voice.texts());
    }

    @Test
    void aloudTheOutcomeIsSaidInFullWithoutTheName() throws Exception {
        model.listen();
        fixture.voice.texts();

        fixture.decide(PRESENT);

        List<String> said = fixture.voice.texts();
        assertEquals(
                List.of("출석했어요", "09:02  ,  19C4  ,  자료구조와 알고리즘 01분반", "다 됐어요. 코드를 내려도 돼요."),
                said.subList(said.size() - 3, said.size()));
    }

    @Test
    void whoListensAloneHearsTheNameAndEveryDigit() throws Exception {
        fixture.announcer.headphones(true);
        fixture.decide(PRESENT);
        List<String> named = fixture.voice.texts();
        model.askNumber();
        fixture.voice.texts();

        model.digit('7');

        assertTrue(named.contains("홍동, 0 1 7"), named::toString);
        assertEquals(List.of("7"), fixture.voice.texts());
    }

    @Test
    void aloudDigitsAreCountedAndNotSaid() {
        model.listen();
        model.askNumber();
        fixture.voice.texts();

        model.digit('7');

        assertEquals(List.of("숫자 1개를 눌렀어요."), fixture.voice.texts());
    }

    @Test
    void aNumberThatNobodyCouldCheckIsNotSaidAloud() throws Exception {
        model.listen();

        fixture.decide(SampleOutcomes.all().getLast());

        assertFalse(fixture.voice.texts().stream().anyMatch(text -> text.contains("017")));
    }

    @Test
    void askedAgainItSaysTheSameAgain() throws Exception {
        model.listen();
        fixture.decide(PRESENT);
        List<String> all = fixture.voice.texts();
        List<String> outcome = all.subList(all.size() - 3, all.size());

        model.listen();

        assertEquals(outcome, fixture.voice.texts());
    }

    @Test
    void everyActionFallsSilentFirst() {
        model.listen();
        int before = fixture.voice.stops;

        model.askNumber();

        assertTrue(fixture.voice.stops > before);
    }

    @Test
    void loudnessAndSpeechReturnAfterTheVisit() {
        model.listen();
        for (int i = 0; i < 12; i++) {
            fixture.announcer.louder();
        }
        int loudest = fixture.announcer.loudness().get();

        fixture.tasks.advance(Duration.ofMinutes(2));

        assertEquals(Utterance.LOUDEST, loudest);
        assertEquals(Announcer.USUAL_LOUDNESS, fixture.announcer.loudness().get());
        assertFalse(model.visit().now().speech());
    }

    @Test
    void withoutAVoiceTheScreenSaysSoAndEverythingElseGoesOn() throws Exception {
        fixture.voice.broken = true;
        model.listen();

        fixture.decide(PRESENT);

        assertFalse(fixture.header.voiceWorks().get());
        assertEquals(new KioskState.ShowingOutcome(PRESENT), model.state().get());
    }

    @Test
    void itSaysWhereItStandsWhenAsked() {
        ScreenFixture placed = new ScreenFixture(new KioskSetting(
                VisitSettings.plain(Locale.KOREAN, Theme.LIGHT), 546, "", "2층 승강기 옆", true, false, ""));
        placed.model.start();

        placed.model.sayWhere();

        assertEquals(List.of("이 키오스크는 2층 승강기 옆에 있어요.", "강의실은 19C4이에요."), placed.voice.texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ko", "en"})
    void everyStateIsSpokenInTheLanguageOfTheScreen(String language) {
        ScreenFixture spoken = new ScreenFixture(new KioskSetting(
                VisitSettings.plain(Locale.of(language), Theme.LIGHT).withSpeech(true),
                546,
                "",
                "",
                true,
                false,
                ScreenFixture.STAFF_CODE));
        spoken.model.start();
        for (Runnable step : List.<Runnable>of(
                spoken.model::askNumber,
                spoken.model::adjust,
                spoken.model::callHelp,
                spoken.model::askStaffCode,
                spoken.model::cancel,
                () -> spoken.model.broken(KioskState.Fault.OUTBOX))) {
            spoken.voice.said.clear();
            step.run();

            assertFalse(
                    spoken.voice.said.isEmpty(),
                    () -> "Nothing said in " + spoken.model.state().get());
            assertTrue(
                    spoken.voice.said.stream().allMatch(said -> said.language().equals(Locale.of(language))));
        }
    }

    @Test
    void theEndOfAWaitIsSaidTwentySecondsBefore() {
        model.listen();
        model.askNumber();
        fixture.voice.texts();

        fixture.tasks.advance(Duration.ofSeconds(40));

        assertEquals(List.of("20초 남았어요. 아무 키나 누르면 더 기다려요."), fixture.voice.texts());
    }
}
