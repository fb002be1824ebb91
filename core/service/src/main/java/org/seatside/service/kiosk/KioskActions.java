package org.seatside.service.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.KioskActionMove;
import org.seatside.model.api.NewKioskAction;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskActionId;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.RefusedException;
import org.seatside.service.roster.RosterStore;

/// What staff ask kiosks to do now, and what these answer. In the memory of this node alone: a picture is on no
/// disk, is handed out once, to who asked for it, and is gone two minutes later all the same. Who asked for what is
/// in the audit trail before the kiosk hears of it. Thread-safe.
public final class KioskActions {
    /// How long a kiosk has to take it, and then to answer.
    public static final Duration TIME = Duration.ofSeconds(60);

    /// How long what is over can be looked at and fetched.
    public static final Duration KEPT = Duration.ofMinutes(2);

    /// Answers that wait to be fetched, of all kiosks: 16 MB.
    private static final int MOST_ANSWERS = 64;

    private static final int MOST_NOTE = 300;

    private final RosterStore kiosks;
    private final Journal journal;
    private final InstantSource clock;
    private final Map<KioskActionId, KioskAction> held = new LinkedHashMap<>();
    private final Map<KioskActionId, byte[]> answers = new HashMap<>();
    private volatile Runnable changed = () -> {};

    /// Puts on record, before anything happens, who asks a kiosk for what.
    public interface Journal {
        void note(String action, KioskId kiosk, String actor, CommandId command);
    }

    public KioskActions(RosterStore kiosks, Journal journal, InstantSource clock) {
        this.kiosks = kiosks;
        this.journal = journal;
        this.clock = clock;
    }

    /// Asks a kiosk. The same command again answers the same.
    ///
    /// @throws RefusedException CONFLICT `kiosk-busy` while it was asked for the same and has not answered
    public KioskAction ask(KioskId kiosk, NewKioskAction asked, String actor, CommandId command) {
        KioskAction.Kind kind = asked.kind();
        if (kind == null) {
            throw RefusedException.invalid("kind-needed", "Say what the kiosk is to do.");
        }
        if (kiosks.kiosk(kiosk).filter(Kiosk::paired).isEmpty()) {
            throw RefusedException.noSuchEntry();
        }
        KioskActionId id = new KioskActionId(command.value());
        synchronized (this) {
            KioskAction before = held.get(id);
            if (before != null) {
                return before;
            }
            refuseWhereBusy(kiosk, kind);
        }
        journal.note("ask-kiosk-" + word(kind), kiosk, actor, command);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KioskAction action =
                new KioskAction(id, kiosk, kind, actor, now, now.plus(TIME), KioskAction.State.ASKED, null, 0);
        synchronized (this) {
            refuseWhereBusy(kiosk, kind);
            held.put(id, action);
        }
        changed.run();
        return action;
    }

    private static String word(KioskAction.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void refuseWhereBusy(KioskId kiosk, KioskAction.Kind kind) {
        forgetOld();
        if (open(kiosk).stream().anyMatch(action -> action.kind() == kind)) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT,
                    "kiosk-busy",
                    "The kiosk was asked for the same and has not answered: wait a minute.");
        }
    }

    /// What a kiosk has not answered, the oldest first.
    public synchronized List<KioskAction> open(KioskId kiosk) {
        Instant now = clock.instant();
        return held.values().stream()
                .filter(action ->
                        action.kiosk().equals(kiosk) && !action.state().isOver() && now.isBefore(action.expiresAt()))
                .sorted(Comparator.comparing(KioskAction::askedAt))
                .toList();
    }

    /// @throws RefusedException NOT_FOUND where it is forgotten, or another kiosk's
    public synchronized KioskAction action(KioskId kiosk, KioskActionId id) {
        return find(kiosk, id);
    }

    private KioskAction find(KioskId kiosk, KioskActionId id) {
        forgetOld();
        KioskAction found = held.get(id);
        if (found == null || !found.kiosk().equals(kiosk)) {
            throw RefusedException.noSuchEntry();
        }
        return found;
    }

    /// A kiosk says how far it is.
    ///
    /// @throws RefusedException CONFLICT `action-over` where it comes too late
    public synchronized KioskAction move(KioskId kiosk, KioskActionId id, KioskActionMove move) {
        String note = move.note();
        if (move.state() == null
                || move.state() == KioskAction.State.ASKED
                || move.state() == KioskAction.State.EXPIRED
                || (note != null && note.length() > MOST_NOTE)) {
            throw RefusedException.invalid(
                    "move-wrong",
                    "An action is TAKEN, DONE, REFUSED or FAILED, with a note of at most 300 characters.");
        }
        return change(find(kiosk, id), move.state(), note, null);
    }

    /// A kiosk's answer, which says DONE too.
    ///
    /// @throws RefusedException INVALID where it is too long or not of its kind, CONFLICT where it comes too late
    public synchronized KioskAction answer(KioskId kiosk, KioskActionId id, byte[] answer) {
        KioskAction found = find(kiosk, id);
        if (answer.length > KioskAction.LARGEST_ANSWER || !isOfKind(found.kind(), answer)) {
            throw RefusedException.invalid(
                    "answer-wrong",
                    "An answer is a JPEG picture, a JSON object or an HTML page of at most "
                            + KioskAction.LARGEST_ANSWER + " bytes, as the kind says.");
        }
        if (answers.size() >= MOST_ANSWERS) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS, "answers-wait", "Too many answers wait to be fetched.");
        }
        return change(found, KioskAction.State.DONE, null, answer.clone());
    }

    private static boolean isOfKind(KioskAction.Kind kind, byte[] answer) {
        return switch (kind) {
            case RESTART -> false;
            case PICTURE -> answer.length > 3 && (answer[0] & 0xff) == 0xff && (answer[1] & 0xff) == 0xd8;
            case TEST_SCAN -> answer.length > 1 && answer[0] == '{';
            case SELF_CHECK -> answer.length > 1 && answer[0] == '<';
        };
    }

    private KioskAction change(KioskAction was, KioskAction.State to, @Nullable String note, byte @Nullable [] answer) {
        if (was.state() == to && answer == null) {
            return was;
        }
        if (was.state().isOver()) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "action-over", "Nobody waits for this any more.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        KioskAction moved =
                was.moved(to, now.plus(to.isOver() ? KEPT : TIME), note, answer == null ? 0 : answer.length);
        held.put(was.id(), moved);
        if (answer != null) {
            answers.put(was.id(), answer);
        }
        changed.run();
        return moved;
    }

    /// Hands the answer to who asked, once.
    ///
    /// @throws RefusedException FORBIDDEN where another asked, NOT_FOUND where there is none (any more)
    public synchronized byte[] fetch(KioskId kiosk, KioskActionId id, String actor) {
        KioskAction action = find(kiosk, id);
        if (!action.askedBy().equals(actor)) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "not-yours", "Only who asked a kiosk is handed its answer.");
        }
        byte[] answer = answers.remove(id);
        if (answer == null) {
            throw RefusedException.noSuchEntry();
        }
        held.put(id, action.moved(action.state(), action.expiresAt(), action.note(), 0));
        return answer;
    }

    /// @param listener told whenever what a kiosk is to do has changed; does not block
    public void whenChanged(Runnable listener) {
        changed = listener;
    }

    /// Lets what is past its time go: what was not answered is EXPIRED first.
    public synchronized void forgetOld() {
        Instant now = clock.instant();
        for (KioskAction action : new ArrayList<>(held.values())) {
            if (now.isBefore(action.expiresAt())) {
                continue;
            }
            if (action.state().isOver()) {
                held.remove(action.id());
                answers.remove(action.id());
            } else {
                change(action, KioskAction.State.EXPIRED, null, null);
            }
        }
    }
}
