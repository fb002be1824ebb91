package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seatside.fx.Messages;
import org.seatside.kiosk.checkin.CampusRules;
import org.seatside.model.assist.Notice;
import org.seatside.model.roster.Meeting;

/// What the idle screen tells beside its invitation, one after the other: what meets here next, and the notices
/// of the moment, each for its own time. Turns by the clock alone, so that it needs no timer of its own.
final class NoticeBoard {
    /// How long the invitation stands before and between.
    static final Duration INVITATION = Duration.ofSeconds(10);

    static final Duration MEETINGS = Duration.ofSeconds(8);
    private static final int MOST_MEETINGS = 2;
    private static final Duration SOON = Duration.ofHours(12);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private List<Notice> notices = List.of();

    private record Turn(Duration time, Optional<Phrase> text) {}

    void show(List<Notice> current) {
        notices = List.copyOf(current);
    }

    /// What stands in place of the invitation's sentence now; empty for that sentence itself.
    Optional<Phrase> at(Instant now, Optional<CampusRules> campus, Messages messages) {
        List<Turn> turns = new ArrayList<>();
        turns.add(new Turn(INVITATION, Optional.empty()));
        meetings(now, campus).ifPresent(text -> turns.add(new Turn(MEETINGS, Optional.of(text))));
        for (Notice notice : notices) {
            if (!now.isBefore(notice.from()) && now.isBefore(notice.until())) {
                text(notice, messages.language().get())
                        .ifPresent(text -> turns.add(new Turn(
                                Duration.ofSeconds(notice.displaySeconds()),
                                Optional.of(Phrase.of("idle.notice", text)))));
            }
        }
        long whole = turns.stream().mapToLong(turn -> turn.time().toSeconds()).sum();
        long left = Math.floorMod(now.getEpochSecond(), whole);
        for (Turn turn : turns) {
            left -= turn.time().toSeconds();
            if (left < 0) {
                return turn.text();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> text(Notice notice, Locale language) {
        String exact = notice.texts().get(language.getLanguage());
        return exact == null ? notice.texts().values().stream().findFirst() : Optional.of(exact);
    }

    private static Optional<Phrase> meetings(Instant now, Optional<CampusRules> campus) {
        if (campus.isEmpty() || campus.get().provision().room() == null) {
            return Optional.empty();
        }
        CampusRules rules = campus.get();
        List<String> next = rules.provision().meetings().stream()
                .filter(meeting -> meeting.startsAt().isAfter(now)
                        && meeting.startsAt().isBefore(now.plus(SOON))
                        && meeting.room().equals(rules.provision().room()))
                .sorted(Comparator.comparing(Meeting::startsAt))
                .limit(MOST_MEETINGS)
                .map(meeting -> TIME.format(meeting.startsAt().atZone(rules.zone())) + " "
                        + rules.provision()
                                .sections()
                                .getOrDefault(meeting.section().toString(), ""))
                .toList();
        return next.isEmpty() ? Optional.empty() : Optional.of(Phrase.of("idle.next", String.join(", ", next)));
    }
}
