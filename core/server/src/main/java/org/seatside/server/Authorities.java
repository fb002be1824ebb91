package org.seatside.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NodeAuthority;
import org.seatside.model.api.Provision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The campus's authority and the one that takes its place. While both are there the old one vouches for the node and
/// the new one is made known, so that whoever asks within that time goes on without being told; then the new one
/// vouches, and kiosks are told to trust the old one no more. Thread-safe.
final class Authorities {
    private static final Logger LOG = LoggerFactory.getLogger(Authorities.class);
    private static final String NEXT = "authority-next.p12";
    private static final String RETIRED = "authority-retired";

    /// One that ends within this time is replaced without being asked.
    private static final Duration RENEWED_BEFORE = Duration.ofDays(365);

    private final DataFolder folder;
    private final char[] password;
    private final SecureRandom random;
    private final Duration known;
    private final List<String> retired = new ArrayList<>();
    private CampusAuthority current;
    private @Nullable CampusAuthority next;

    /// @param known how long the next authority is made known before it takes over
    Authorities(DataFolder folder, char[] password, Instant now, Duration known, SecureRandom random)
            throws IOException, NodeStartException {
        this.folder = folder;
        this.password = password.clone();
        this.known = known;
        this.random = random;
        current = CampusAuthority.open(folder, CampusAuthority.FILE, password, now, random);
        next = Files.exists(folder.resolve(NEXT)) ? CampusAuthority.open(folder, NEXT, password, now, random) : null;
        folder.read(RETIRED).ifPresent(pins -> retired.addAll(pins.lines().toList()));
    }

    synchronized CampusAuthority current() {
        return current;
    }

    /// Makes the next one known; where one is, nothing changes.
    synchronized NodeAuthority rotate(Instant now) throws IOException, NodeStartException {
        if (next == null) {
            next = CampusAuthority.open(folder, NEXT, password, now, random);
            LOG.info("the campus's next authority is known from now on, and takes over in {} days", known.toDays());
        }
        return state();
    }

    synchronized NodeAuthority state() {
        CampusAuthority after = next;
        return new NodeAuthority(
                current.pin(),
                after == null ? null : after.pin(),
                after == null ? null : after.madeAt().plus(known),
                List.copyOf(retired));
    }

    /// What kiosks are told.
    synchronized Provision.Authorities forKiosks() {
        CampusAuthority after = next;
        return new Provision.Authorities(
                after == null ? List.of(current.pin()) : List.of(current.pin(), after.pin()), retired);
    }

    /// Lets the next one take over where it was known for long enough, and makes one where the current one ends soon.
    ///
    /// @return whether another vouches from now on
    synchronized boolean lookAfter(Instant now) throws IOException, NodeStartException {
        if (next == null && now.plus(RENEWED_BEFORE).isAfter(current.endsAt())) {
            rotate(now);
        }
        CampusAuthority after = next;
        if (after == null || now.isBefore(after.madeAt().plus(known))) {
            return false;
        }
        // First of all: whatever breaks off after this, nobody is told to trust less than what serves.
        try {
            folder.write("authority.pem", X509.pem(after.certificate()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate of the next authority cannot be written", e);
        }
        String old = current.pin();
        Files.move(
                folder.resolve(NEXT),
                folder.resolve(CampusAuthority.FILE),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        current = after;
        next = null;
        retired.add(old);
        folder.write(RETIRED, String.join("\n", retired));
        LOG.info("the campus's next authority has taken over, clients pin {}", after.pin());
        return true;
    }
}
