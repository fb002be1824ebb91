package org.seatside.service.audit;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.audit.AuditLine;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AuditChange;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.trail.Checkpoints;

/// The audit trail: what services note in it beside their writes, what auditors read, and the checkpoints.
/// Thread-safe.
public final class AuditTrail {
    /// Entries after which there is a checkpoint.
    static final long SEAL_ENTRIES = 1_000;

    /// Time after which there is one, where anything came since.
    static final Duration SEAL_TIME = Duration.ofMinutes(5);

    private static final int MAX_LIST = 200;
    private static final int PART = 1_000;

    private final AuditStore store;
    private final Commands commands;
    private final String institution;
    private final int keyNumber;
    private final PrivateKey key;
    private final String publicKey;
    private final Consumer<AuditCheckpoint> copies;
    private final InstantSource clock;
    private final Ids ids;

    /// Who signs checkpoints.
    ///
    /// @param institution 32 hexadecimal digits
    /// @param publicKey SubjectPublicKeyInfo in Base64
    public record Signer(String institution, int keyNumber, PrivateKey key, String publicKey) {
        @Override
        public String toString() {
            return "Signer[keyNumber=" + keyNumber + "]";
        }
    }

    /// @param copies keeps each checkpoint outside of log and view
    public AuditTrail(
            AuditStore store,
            Commands commands,
            Signer signer,
            Consumer<AuditCheckpoint> copies,
            InstantSource clock,
            Ids ids) {
        this.store = store;
        this.commands = commands;
        this.institution = signer.institution();
        this.keyNumber = signer.keyNumber();
        this.key = signer.key();
        this.publicKey = signer.publicKey();
        this.copies = copies;
        this.clock = clock;
        this.ids = ids;
    }

    /// Notes a look or an export; returns when it is on record. Whoever shows or hands out something calls this
    /// before.
    ///
    /// @param action constant in kebab case
    /// @param subject id of the record; null where there is no one record
    /// @param detail the reason given, or what is taken; null for nothing
    public void note(
            String action, @Nullable String subject, @Nullable String detail, String actor, CommandId command) {
        commands.require(command, actor, new AuditChange.Note(action, subject, detail));
    }

    /// @param before number to go back from; null for the newest
    public Page<AuditEntry> entries(
            @Nullable Long before, @Nullable String subject, @Nullable String actor, int limit) {
        int most = Math.clamp(limit, 1, MAX_LIST);
        List<AuditEntry> entries = store.before(before == null ? Long.MAX_VALUE : before, subject, actor, most);
        String next =
                entries.size() < most ? null : Long.toString(entries.getLast().number());
        return new Page<>(entries, next);
    }

    /// The whole trail, to be kept or verified elsewhere: whose it is, all checkpoints, then the entries by
    /// number, as many as there are now. Notes that it is taken.
    public void export(String actor, CommandId command, Consumer<AuditLine> lines) {
        note("export-audit", null, null, actor, command);
        seal();
        long last = store.last().map(AuditEntry::number).orElse(0L);
        lines.accept(AuditLine.of(new AuditLine.Trail(institution, publicKey)));
        store.eachCheckpoint(checkpoint -> lines.accept(AuditLine.of(checkpoint)));
        long number = 0;
        while (number < last) {
            List<AuditEntry> part = store.after(number, PART);
            if (part.isEmpty()) {
                return;
            }
            part.forEach(entry -> lines.accept(AuditLine.of(entry)));
            number = part.getLast().number();
        }
    }

    /// Signs a checkpoint where one is due.
    public void sealIfDue() {
        long last = store.last().map(AuditEntry::number).orElse(0L);
        Optional<AuditCheckpoint> newest = store.lastCheckpoint();
        long since = last - newest.map(AuditCheckpoint::number).orElse(0L);
        Instant due = newest.map(AuditCheckpoint::at).orElse(Instant.EPOCH).plus(SEAL_TIME);
        if (since >= SEAL_ENTRIES || (since > 0 && !clock.instant().isBefore(due))) {
            seal();
        }
    }

    /// Signs a checkpoint for all entries there are.
    public void seal() {
        Optional<AuditEntry> last = store.last();
        long sealed = store.lastCheckpoint().map(AuditCheckpoint::number).orElse(0L);
        if (last.isEmpty() || last.get().number() <= sealed) {
            return;
        }
        AuditCheckpoint checkpoint =
                Checkpoints.sign(institution, last.get().number(), last.get().hash(), clock.instant(), keyNumber, key);
        var applied = commands.append(ids.command(), Command.NODE, new AuditChange.Seal(checkpoint));
        if (applied.result() instanceof ApplyResult.Done) {
            copies.accept(checkpoint);
        }
    }

    /// Lets entries older than this go, up to a checkpoint from which the rest goes on.
    public void letGo(Instant olderThan) {
        store.lastCheckpointBefore(olderThan)
                .filter(checkpoint -> !store.after(0, 1).isEmpty()
                        && store.after(0, 1).getFirst().number() <= checkpoint.number())
                .ifPresent(checkpoint ->
                        commands.append(ids.command(), Command.NODE, new AuditChange.LetGo(checkpoint.number())));
    }
}
