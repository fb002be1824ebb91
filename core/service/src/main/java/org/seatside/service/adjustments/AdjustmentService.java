package org.seatside.service.adjustments;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.seatside.model.api.NewAdjustments;
import org.seatside.model.api.Registration;
import org.seatside.model.attendance.Profile;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Adjustments;
import org.seatside.model.roster.Consent;
import org.seatside.service.RefusedException;
import org.seatside.service.Vault;
import org.seatside.service.attendance.AgreedAdjustments;
import org.seatside.service.audit.AuditTrail;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what was agreed with students: sealed under a key of each student's own before it goes anywhere, shown
/// to support officers for a reason that is on record first, and applied to check-ins without a word.
/// Thread-safe.
public final class AdjustmentService implements AgreedAdjustments {
    private static final Logger LOG = LoggerFactory.getLogger(AdjustmentService.class);
    private static final int MAX_REASON = 500;
    private static final int MIN_REASON = 3;
    private static final int MAX_VERSION = 50;
    private static final int MAX_EXTRA_MINUTES = 240;
    private static final Set<String> LANGUAGES = Set.of("ko", "en");

    /// What is sealed has a length in these steps, so that the length tells little.
    private static final int STEP = 256;

    private final AdjustmentStore store;
    private final Commands commands;
    private final AuditTrail audit;
    private final Vault vault;
    private final Form form;
    private final InstantSource clock;
    private final ZoneId campus;

    /// How adjustments become bytes and come back.
    public interface Form {
        byte[] write(Adjustments adjustments);

        /// @throws IllegalArgumentException where the bytes are no adjustments
        Adjustments read(byte[] bytes);
    }

    public AdjustmentService(
            AdjustmentStore store,
            Commands commands,
            AuditTrail audit,
            Vault vault,
            Form form,
            InstantSource clock,
            ZoneId campus) {
        this.store = store;
        this.commands = commands;
        this.audit = audit;
        this.vault = vault;
        this.form = form;
        this.clock = clock;
        this.campus = campus;
    }

    /// What is kept of the student. The look is on record before it is answered.
    public Registration view(StudentId student, String reason, String actor, CommandId command) {
        audit.note("view-adjustments", student.toString(), reason(reason), actor, command);
        return registration(student);
    }

    /// For exports, which are noted as such.
    public Registration registration(StudentId student) {
        Optional<AdjustmentStore.Sealed> sealed = store.adjustments(student);
        Consent consent = store.consents(student).stream().findFirst().orElse(null);
        return new Registration(
                consent,
                sealed.map(found -> open(student, found)).orElse(null),
                sealed.map(AdjustmentStore.Sealed::until).orElse(null));
    }

    /// @throws RefusedException `consent-needed` where the student's consent does not hold
    public void save(StudentId student, NewAdjustments agreed, String actor, CommandId command) {
        check(agreed.adjustments());
        if (agreed.until() != null && agreed.until().isBefore(today())) {
            throw RefusedException.invalid("until-past", "The last day is today or later.");
        }
        String key = store.key(student).orElseGet(() -> vault.newKey(keyPurpose(student)));
        byte[] content = form.write(agreed.adjustments());
        byte[] padded = Arrays.copyOf(content, (content.length / STEP + 1) * STEP);
        Arrays.fill(padded, content.length, padded.length, (byte) ' ');
        String sealed = vault.sealWith(key, keyPurpose(student), purpose(student), padded);
        commands.require(command, actor, new CareChange.SaveAdjustments(student, sealed, key, agreed.until()));
    }

    public void giveConsent(StudentId student, String version, String actor, CommandId command) {
        String text = version.strip();
        if (text.isEmpty() || text.length() > MAX_VERSION) {
            throw RefusedException.invalid("version-needed", "Say which text was consented to, in 1 to 50 characters.");
        }
        commands.require(command, actor, new CareChange.GiveConsent(student, text));
    }

    /// Deletes what was agreed and destroys the key, in one step.
    public void withdrawConsent(StudentId student, String actor, CommandId command) {
        commands.require(command, actor, new CareChange.WithdrawConsent(student));
    }

    /// Deletes what ended before today.
    public void endOver(CommandId command) {
        LocalDate today = today();
        if (store.anyEndedBefore(today)) {
            commands.append(command, Command.NODE, new CareChange.EndAdjustments(today));
        }
    }

    /// What does not open does not keep a student from checking in.
    @Override
    public Optional<Adjustments> at(StudentId student, Instant at) {
        Optional<AdjustmentStore.Sealed> sealed = store.adjustments(student)
                .filter(found -> found.until() == null
                        || !at.atZone(campus).toLocalDate().isAfter(found.until()));
        try {
            return sealed.map(found -> open(student, found));
        } catch (Vault.SealBrokenException | IllegalArgumentException e) {
            LOG.error("what was agreed with student {} cannot be opened: {}", student, e.getMessage());
            return Optional.empty();
        }
    }

    private Adjustments open(StudentId student, AdjustmentStore.Sealed sealed) {
        return form.read(vault.openWith(sealed.key(), keyPurpose(student), purpose(student), sealed.content()));
    }

    private static String purpose(StudentId student) {
        return "adjustments " + student;
    }

    private static String keyPurpose(StudentId student) {
        return "student-key " + student;
    }

    private LocalDate today() {
        return clock.instant().atZone(campus).toLocalDate();
    }

    static String reason(String text) {
        String reason = text.strip();
        if (reason.length() < MIN_REASON || reason.length() > MAX_REASON) {
            throw RefusedException.invalid("reason-needed", "Say why you need to see it, in 3 to 500 characters.");
        }
        return reason;
    }

    private static void check(Adjustments adjustments) {
        Profile profile = adjustments.profile();
        boolean good = in(adjustments.extraMinutes(), 0, MAX_EXTRA_MINUTES)
                && in(profile.textPercent(), 100, 200)
                && in(profile.timePercent(), 100, 500)
                && in(profile.dwellMillis(), 0, 5_000)
                && (profile.language() == null || LANGUAGES.contains(profile.language()));
        if (!good) {
            throw RefusedException.invalid(
                    "adjustments-malformed",
                    "Extra minutes are 0 to 240, texts 100 to 200 %, times 100 to 500 %, dwell 0 to 5000 ms,"
                            + " languages " + LANGUAGES.stream().sorted().toList() + ".");
        }
    }

    private static boolean in(int value, int least, int most) {
        return value >= least && value <= most;
    }
}
