package org.seatside.payload;

import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Checks the text of a pass: `DP1:` and the Base45 (RFC 9285) of header ‖ [device key] ‖ Ed25519 signature of
/// the issuer ‖ [slot ‖ signature of the device]. Steps, in this order, each with a constant answer: length up to
/// 512, prefix, alphabet and exact length, Base45, version/type/reserved bits, length of the type, key number,
/// signatures, expiry day, slot. Generation, replay and policy are the node's.
///
/// **Expiry** is a day of the campus: a pass is good until that day ends there, whatever the zone of the
/// computer.
///
/// **Slots.** With a clock certain to 5 s, the slot must be the present one or a neighbour (a code lives 45 s at
/// most). With a larger uncertainty *u* every slot is taken that this rule would take at some time in now ± *u*,
/// and the answer is provisional; a day's end within now ± *u* makes it provisional likewise. A negative
/// uncertainty means that the time is unknown.
///
/// A printed card says the same each time: a verifier can remember whose signatures were good, and check only their
/// expiry again. For any number of threads. No text makes it throw.
public final class PassVerifier {
    static final SignedText FORM = new SignedText("DP1:", Set.of(78, 177, 178));

    private final IssuerKeys keys;
    private final ZoneId campus;
    private final int remembered;
    private final Map<String, CardPass> cards = new ConcurrentHashMap<>();

    /// A verifier for one campus.
    ///
    /// @param campus the zone whose days expiry counts
    public PassVerifier(IssuerKeys keys, ZoneId campus) {
        this(keys, campus, 0);
    }

    /// A verifier for one campus that is shown the same cards again and again.
    ///
    /// @param campus the zone whose days expiry counts
    /// @param remembered how many cards with a good signature to remember; half a kilobyte each
    public PassVerifier(IssuerKeys keys, ZoneId campus, int remembered) {
        this.keys = keys;
        this.campus = campus;
        this.remembered = remembered;
    }

    /// Checks one text.
    ///
    /// @param text exactly as it was read, not trimmed
    /// @param now when the code was shown
    /// @param clockUncertainty how far `now` may be off, either way; zero on the node
    public PassCheck verify(String text, Instant now, Duration clockUncertainty) {
        CardPass known = cards.get(text);
        if (known != null) {
            return judge(known, ClockReading.of(now, clockUncertainty));
        }
        Optional<byte[]> form = FORM.body(text);
        if (form.isEmpty()) {
            return new PassCheck.Rejected(Reason.MALFORMED);
        }
        byte[] body = form.get();
        Optional<PassHeader> read = PassHeader.read(body);
        if (read.isEmpty()) {
            return new PassCheck.Rejected(Reason.UNSUPPORTED);
        }
        PassHeader header = read.get();
        if (body.length != header.bodyLength()) {
            return new PassCheck.Rejected(Reason.MALFORMED);
        }
        Optional<IssuerPublicKey> key = keys.key(header.kid());
        if (key.isEmpty()) {
            return new PassCheck.Rejected(Reason.UNKNOWN_KEY);
        }
        if (!isIssued(header, body, key.get()) || !isSignedByDevice(header, body)) {
            return new PassCheck.Rejected(Reason.BAD_SIGNATURE);
        }
        Pass pass = pass(header, body);
        if (pass instanceof CardPass card) {
            remember(text, card);
        }
        return judge(pass, ClockReading.of(now, clockUncertainty));
    }

    private void remember(String text, CardPass card) {
        if (remembered > 0) {
            if (cards.size() >= remembered) {
                cards.clear();
            }
            cards.put(text, card);
        }
    }

    private boolean isIssued(PassHeader header, byte[] body, IssuerPublicKey key) {
        int signed = header.signedLength();
        byte[] message = SignedMessage.issuer(keys.institution(), Arrays.copyOf(body, signed));
        return key.verify(message, Arrays.copyOfRange(body, signed, signed + Ed25519.SIGNATURE_LENGTH));
    }

    private boolean isSignedByDevice(PassHeader header, byte[] body) {
        if (header.type() != PassHeader.Type.DEVICE) {
            return true;
        }
        int slot = header.signedLength() + Ed25519.SIGNATURE_LENGTH;
        int signature = slot + PassHeader.SLOT_LENGTH;
        byte[] message = SignedMessage.device(
                keys.institution(), Arrays.copyOf(body, slot), Arrays.copyOfRange(body, slot, signature));
        byte[] key = Arrays.copyOfRange(body, PassHeader.LENGTH, header.signedLength());
        try {
            return header.curve().verify(key, message, Arrays.copyOfRange(body, signature, body.length));
        } catch (InvalidKeyException e) {
            return false; // an issuer signed what is no point: nothing can be signed by it
        }
    }

    private static Pass pass(PassHeader header, byte[] body) {
        return switch (header.type()) {
            case CARD -> new CardPass(header.kid(), header.handle(), header.generation(), header.expires());
            case SLOT -> new SlotPass(header.kid(), header.handle(), header.generation(), header.last());
            case DEVICE ->
                new DevicePass(
                        header.kid(),
                        header.handle(),
                        header.generation(),
                        header.expires(),
                        PassHeader.unsigned24(ByteBuffer.wrap(
                                body, header.signedLength() + Ed25519.SIGNATURE_LENGTH, PassHeader.SLOT_LENGTH)));
        };
    }

    private PassCheck judge(Pass pass, ClockReading clock) {
        return switch (pass) {
            case CardPass card ->
                clock.earliest() >= end(card.expires())
                        ? new PassCheck.Expired(card)
                        : new PassCheck.Valid(card, clock.latest() >= end(card.expires()));
            case SlotPass slot -> judgeSlot(slot, slot.slot(), clock);
            case DevicePass device ->
                clock.earliest() >= end(device.expires())
                        ? new PassCheck.Expired(device)
                        : judgeSlot(device, device.slot(), clock);
        };
    }

    private static PassCheck judgeSlot(Pass pass, long slot, ClockReading clock) {
        boolean inside =
                slot >= Slots.atEpochSecond(clock.earliest()) - 1 && slot <= Slots.atEpochSecond(clock.latest()) + 1;
        return inside ? new PassCheck.Valid(pass, !clock.certain()) : new PassCheck.OutsideSlot(pass);
    }

    /// The first second after a day of the campus.
    private long end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(campus).toEpochSecond();
    }
}
