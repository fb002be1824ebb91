package org.seatside.service.kiosk;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Provision;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.service.roster.RosterStore;

/// Puts together what a kiosk needs to go on alone, and signs it. Thread-safe.
public final class Provisioning {
    private static final String DOMAIN = "SEATSIDE-PROVISION-1\n";
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(7);

    /// A kiosk on wheels may come into any room, so it gets the meetings of all: no more of them than it needs
    /// to name them.
    private static final Duration AHEAD_OF_ALL = Duration.ofDays(1);

    private final RosterStore store;
    private final Campus campus;
    private final Supplier<Provision.@Nullable Authorities> authorities;
    private final PrivateKey issuerKey;
    private final Function<Provision, byte[]> json;
    private final InstantSource clock;

    /// What of the campus every kiosk is told.
    ///
    /// @param institution 32 hexadecimal digits
    /// @param issuerKeys key number to public key, SubjectPublicKeyInfo in Base64
    public record Campus(
            String name, String zone, String institution, Map<Integer, String> issuerKeys, String numberPattern) {}

    /// @param authorities that vouch for nodes now; gives null where there are none
    /// @param json how a provision becomes bytes
    public Provisioning(
            RosterStore store,
            Campus campus,
            Supplier<Provision.@Nullable Authorities> authorities,
            PrivateKey issuerKey,
            Function<Provision, byte[]> json,
            InstantSource clock) {
        this.store = store;
        this.campus = campus;
        this.authorities = authorities;
        this.issuerKey = issuerKey;
        this.json = json;
        this.clock = clock;
    }

    public SignedProvision provision(Kiosk kiosk) {
        byte[] bytes = json.apply(read(kiosk));
        return new SignedProvision(Base64.getEncoder().encodeToString(bytes), sign(bytes));
    }

    private Provision read(Kiosk kiosk) {
        Instant now = clock.instant();
        Duration ahead = kiosk.room() == null ? AHEAD_OF_ALL : AHEAD;
        List<Meeting> meetings = store.meetings(now.minus(BACK), now.plus(ahead), kiosk.room());
        Set<SectionId> sectionIds = meetings.stream().map(Meeting::section).collect(Collectors.toSet());
        Map<RoomId, String> rooms = store.rooms().stream().collect(Collectors.toMap(Room::id, Room::name));
        Map<String, String> sections = store.sections().stream()
                .filter(section -> sectionIds.contains(section.id()))
                .collect(Collectors.toMap(section -> section.id().toString(), Section::title));
        return new Provision(
                kiosk.id(),
                kiosk.name(),
                now,
                campus.name(),
                campus.zone(),
                campus.institution(),
                campus.issuerKeys(),
                campus.numberPattern(),
                kiosk.room(),
                rooms,
                store.roomTags(),
                meetings,
                sections,
                store.pinRule(null),
                sectionIds.stream().collect(Collectors.toMap(SectionId::toString, store::pinRule)),
                authorities.get());
    }

    private String sign(byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(issuerKey);
            signer.update(DOMAIN.getBytes(StandardCharsets.UTF_8));
            signer.update(bytes);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The issuer key does not sign", e);
        }
    }
}
