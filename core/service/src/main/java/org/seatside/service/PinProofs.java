package org.seatside.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.seatside.model.id.KioskId;

/// A node's word that the right PIN was typed with a number at a kiosk: `second.mac`, which any node of the campus can
/// check and nobody else can make. It travels in the check-in, which may reach a node much later. Immutable.
public final class PinProofs {
    /// Between the PIN and the check-in, either way: people may take ten times as long as others.
    private static final Duration GOOD_FOR = Duration.ofHours(1);

    private static final int MAC_LENGTH = 32;
    private static final int MAX_DIGITS = 12;

    private final DerivedSecrets secrets;

    public PinProofs(DerivedSecrets secrets) {
        this.secrets = secrets;
    }

    /// @param kiosk id of the kiosk where it was typed
    public String proof(String number, String kiosk, Instant at) {
        return at.getEpochSecond() + "." + mac(number, kiosk, at.getEpochSecond());
    }

    /// @param text what a kiosk sent
    /// @param number of the student, as it is on record
    /// @param from the earliest moment at which the check-in may have happened
    /// @param until the latest
    public boolean holds(String text, String number, KioskId kiosk, Instant from, Instant until) {
        int cut = text.indexOf('.');
        if (cut < 1 || cut > MAX_DIGITS || !text.chars().limit(cut).allMatch(it -> it >= '0' && it <= '9')) {
            return false;
        }
        long second = Long.parseLong(text.substring(0, cut));
        Instant at = Instant.ofEpochSecond(second);
        return MessageDigest.isEqual(
                        text.substring(cut + 1).getBytes(StandardCharsets.UTF_8),
                        mac(number, kiosk.toString(), second).getBytes(StandardCharsets.UTF_8))
                && !at.isBefore(from.minus(GOOD_FOR))
                && !at.isAfter(until.plus(GOOD_FOR));
    }

    private String mac(String number, String kiosk, long second) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.derive("pin-proof", kiosk + " " + second + " " + number, MAC_LENGTH));
    }
}
