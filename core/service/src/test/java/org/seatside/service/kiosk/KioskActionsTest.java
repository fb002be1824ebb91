package org.seatside.service.kiosk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.KioskActionMove;
import org.seatside.model.api.NewKioskAction;
import org.seatside.model.id.Ids;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.RefusedException;
import org.seatside.service.roster.FakeRoster;
import org.seatside.testkit.FakeClock;

final class KioskActionsTest {
    private static final String OFFICER = "officer";
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0};

    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:00Z");
    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    private final FakeRoster roster = new FakeRoster();
    private final Kiosk kiosk = new Kiosk(ids.kiosk(), "Seat", null, "key", false);
    private final List<String> noted = new ArrayList<>();
    private final AtomicInteger told = new AtomicInteger();
    private KioskActions actions;

    @BeforeEach
    void aPairedKiosk() {
        roster.kiosks.add(kiosk);
        actions = new KioskActions(roster, (action, of, actor, _) -> noted.add(actor + " " + action), clock);
        actions.whenChanged(told::incrementAndGet);
    }

    private KioskAction ask(KioskAction.Kind kind) {
        return actions.ask(kiosk.id(), new NewKioskAction(kind), OFFICER, ids.command());
    }

    private String refusal(Runnable call) {
        return assertThrows(RefusedException.class, call::run).code();
    }

    @Test
    void whatIsNotTakenInTimeExpiresAndIsForgottenTwoMinutesLater() {
        KioskAction asked = ask(KioskAction.Kind.PICTURE);

        clock.advance(KioskActions.TIME);

        assertEquals(List.of(), actions.open(kiosk.id()));
        assertEquals(
                asked.moved(KioskAction.State.EXPIRED, clock.instant().plus(KioskActions.KEPT), null, 0),
                actions.action(kiosk.id(), asked.id()));
        assertEquals("action-over", refusal(() -> actions.answer(kiosk.id(), asked.id(), JPEG)));

        clock.advance(KioskActions.KEPT);

        assertEquals("not-found", refusal(() -> actions.action(kiosk.id(), asked.id())));
    }

    @Test
    void takingItGivesTheKioskTimeToAnswer() {
        KioskAction asked = ask(KioskAction.Kind.TEST_SCAN);
        clock.advance(KioskActions.TIME.minusSeconds(1));
        actions.move(kiosk.id(), asked.id(), new KioskActionMove(KioskAction.State.TAKEN, null));
        clock.advance(KioskActions.TIME.minusSeconds(1));

        KioskAction done = actions.answer(kiosk.id(), asked.id(), new byte[] {'{', '}'});

        assertEquals(asked.moved(KioskAction.State.DONE, clock.instant().plus(KioskActions.KEPT), null, 2), done);
    }

    @Test
    void aPictureThatNobodyFetchesIsGoneTwoMinutesLater() {
        KioskAction asked = ask(KioskAction.Kind.PICTURE);
        actions.answer(kiosk.id(), asked.id(), JPEG);

        clock.advance(KioskActions.KEPT);
        actions.forgetOld();

        assertEquals("not-found", refusal(() -> actions.fetch(kiosk.id(), asked.id(), OFFICER)));
    }

    @Test
    void anAnswerIsHandedOutOnceAndOnlyToWhoAsked() {
        KioskAction asked = ask(KioskAction.Kind.PICTURE);
        actions.answer(kiosk.id(), asked.id(), JPEG);

        assertEquals("not-yours", refusal(() -> actions.fetch(kiosk.id(), asked.id(), "colleague")));
        assertArrayEquals(JPEG, actions.fetch(kiosk.id(), asked.id(), OFFICER));
        assertEquals("not-found", refusal(() -> actions.fetch(kiosk.id(), asked.id(), OFFICER)));
        assertEquals(List.of(OFFICER + " ask-kiosk-picture"), noted);
    }

    @Test
    void aKioskIsToldOfEachStep() {
        KioskAction restart = ask(KioskAction.Kind.RESTART);
        KioskAction check = ask(KioskAction.Kind.SELF_CHECK);
        assertEquals(List.of(restart, check), actions.open(kiosk.id()));

        actions.move(kiosk.id(), restart.id(), new KioskActionMove(KioskAction.State.DONE, null));

        assertEquals(List.of(check), actions.open(kiosk.id()));
        assertEquals(3, told.get());
    }

    @Test
    void aRevokedKioskIsAskedNothing() {
        Kiosk revoked = new Kiosk(ids.kiosk(), "Gone", null, "key", true);
        roster.kiosks.add(revoked);

        assertEquals(
                "not-found",
                refusal(() -> actions.ask(
                        revoked.id(), new NewKioskAction(KioskAction.Kind.RESTART), OFFICER, ids.command())));
        assertEquals(List.of(), noted);
    }
}
