package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.seatside.kiosk.voice.Tone;

/// What each state says: everything that its screen shows, and which keys there are.
///
/// @param stages that make what is seen
/// @param room where the kiosk stands; blank for a kiosk on wheels
record Narration(Stages stages, String room) {
    /// The sound with which a state begins.
    Optional<Tone> tone(KioskState state) {
        return switch (state) {
            case KioskState.ShowingOutcome(var outcome) ->
                Optional.of(OutcomePresentation.of(outcome, stages.zone(), stages.elsewhere())
                        .tone());
            case KioskState.AskingRoom _, KioskState.AskingStudent _, KioskState.Inspected _ ->
                Optional.of(Tone.ASKING);
            case KioskState.AskingPin(Pin pin) -> Optional.of(pin.wrong() ? Tone.FALLING : Tone.ASKING);
            case KioskState.Starting _,
                    KioskState.Idle _,
                    KioskState.Reading _,
                    KioskState.Checking _,
                    KioskState.AskingNumber _,
                    KioskState.Adjusting _,
                    KioskState.CallingHelp _,
                    KioskState.AskingStaffCode _,
                    KioskState.StaffSettings _,
                    KioskState.OutOfOrder _ -> Optional.empty();
        };
    }

    /// What is seen alone.
    List<Spoken> seen(KioskState state) {
        return seen(stages.content(state));
    }

    List<Spoken> of(KioskState state) {
        List<Spoken> said = new ArrayList<>(seen(stages.content(state)));
        switch (state) {
            case KioskState.Idle _ -> {
                if (!room.isBlank()) {
                    said.add(Spoken.of("voice.room", room));
                }
                said.add(Spoken.of("voice.idle.keys"));
            }
            case KioskState.AskingNumber _, KioskState.AskingPin _, KioskState.AskingStaffCode _ ->
                said.add(Spoken.of("voice.number.keys"));
            case KioskState.Adjusting _, KioskState.StaffSettings _ -> said.add(Spoken.of("voice.list.keys"));
            case KioskState.CallingHelp _,
                    KioskState.AskingRoom _,
                    KioskState.AskingStudent _,
                    KioskState.Inspected _ -> said.add(Spoken.of("voice.cancel.keys"));
            case KioskState.OutOfOrder _ -> said.add(Spoken.of("voice.help.keys"));
            case KioskState.Starting _, KioskState.Reading _, KioskState.Checking _, KioskState.ShowingOutcome _ -> {
                // What is seen is all there is.
            }
        }
        return List.copyOf(said);
    }

    private static List<Spoken> seen(StageContent content) {
        return switch (content) {
            case StageContent.Camera(String _, Phrase headline, String where, Phrase sentence, boolean _) ->
                List.of(Spoken.of(headline), Spoken.plain(where), Spoken.of(sentence));
            case StageContent.Result(OutcomePresentation shown, String _) -> outcome(shown);
            case StageContent.Keypad(Phrase headline, boolean _) -> List.of(Spoken.of(headline));
            case StageContent.Adjust _ -> List.of(Spoken.of("adjust.headline"));
            case StageContent.Staff _ -> List.of(Spoken.of("staff.headline"));
            case StageContent.Notice(Role _, String _, Phrase headline, List<Phrase> sentences) -> {
                List<Spoken> all = new ArrayList<>();
                all.add(Spoken.of(headline));
                sentences.forEach(sentence -> all.add(Spoken.of(sentence)));
                yield all;
            }
        };
    }

    private static List<Spoken> outcome(OutcomePresentation shown) {
        List<Spoken> said = new ArrayList<>();
        said.add(Spoken.of(shown.word()));
        if (shown.student() != null) {
            said.add(Spoken.personal(shown.student().name().replace("*", "") + ", "
                    + String.join(" ", shown.student().numberTail().split(""))));
        }
        // Digits that somebody typed stand in the place of the room.
        said.add(shown.whereIsPersonal() ? Spoken.personal(shown.where()) : Spoken.plain(shown.where()));
        said.add(Spoken.of(shown.next()));
        return said;
    }
}
