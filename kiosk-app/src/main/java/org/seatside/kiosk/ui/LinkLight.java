package org.seatside.kiosk.ui;

/// How the kiosk stands with its node, as one icon and one word.
///
/// @param waiting check-ins that wait to be sent
public record LinkLight(State state, int waiting) {
    /// What the icon shows.
    public enum State {
        STARTING,
        READY,
        OFFLINE,
        NOT_PAIRED
    }

    String icon() {
        return switch (state) {
            case STARTING -> "mdi2t-timer-sand";
            case READY -> "mdi2l-lan-connect";
            case OFFLINE -> "mdi2l-lan-disconnect";
            case NOT_PAIRED -> "mdi2l-link-off";
        };
    }

    /// Whether there is nothing to tell.
    boolean fine() {
        return state == State.READY && waiting == 0;
    }

    Phrase word() {
        return switch (state) {
            case STARTING -> Phrase.of("link.starting");
            case READY -> waiting > 0 ? Phrase.of("link.offline.waiting", waiting) : Phrase.of("link.ready");
            case OFFLINE -> waiting > 0 ? Phrase.of("link.offline.waiting", waiting) : Phrase.of("link.offline");
            case NOT_PAIRED -> Phrase.of("link.notPaired");
        };
    }
}
