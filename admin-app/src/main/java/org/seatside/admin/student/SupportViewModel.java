package org.seatside.admin.student;

import java.time.LocalDate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Form;
import org.seatside.admin.ui.FormField;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.admin.ui.ReasonViewModel;
import org.seatside.model.api.ConsentText;
import org.seatside.model.api.NewAdjustments;
import org.seatside.model.api.Reason;
import org.seatside.model.api.Registration;
import org.seatside.model.attendance.Profile;
import org.seatside.model.roster.Adjustments;
import org.seatside.model.roster.Consent;
import org.seatside.model.roster.Student;

/// What was agreed with a student. Nothing is shown before a reason is given, which goes on record; needs and
/// consent alone, never why.
public final class SupportViewModel {
    private static final int MOST_MINUTES = 240;

    private final NodeLink link;
    private final Student student;
    private final LocalDate today;
    private final PendingChange looking;
    private final PendingChange consenting;
    private final ReasonViewModel reason = new ReasonViewModel();
    private final ReadOnlyObjectWrapper<@Nullable Registration> seen = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper withdrawing = new ReadOnlyBooleanWrapper();
    private final Form consentForm;
    private final FormField<String> consentText;
    private final Form form;
    private final FormField<String> extraMinutes;
    private final FormField<Integer> textPercent;
    private final FormField<Integer> timePercent;
    private final FormField<Boolean> speech;
    private final FormField<Profile.@Nullable Theme> theme;
    private final FormField<@Nullable String> language;
    private final FormField<@Nullable LocalDate> until;
    private int dwellMillis;
    private String lastReason = "";

    /// @param today in the campus's time zone
    public SupportViewModel(NodeLink link, Student student, LocalDate today) {
        this.link = link;
        this.student = student;
        this.today = today;
        looking = new PendingChange(link.client()::newCommand);
        consenting = new PendingChange(link.client()::newCommand);
        consentForm = new Form(link);
        consentText = consentForm.text("");
        form = new Form(link);
        extraMinutes = form.text("0");
        textPercent = form.field(100);
        timePercent = form.field(100);
        speech = form.field(false);
        theme = form.field(null);
        language = form.field(null);
        until = form.field(null);
        consentForm.refusing("version-needed", consentText, "support.consent.refused");
        form.refusing("consent-needed", "support.consent.needed")
                .refusing("until-past", until, "pass.expires.past")
                .refusing("adjustments-malformed", extraMinutes, "support.minutes.refused");
    }

    /// Asks why, then shows what was agreed.
    public void look() {
        reason.ask(Notice.news("support.look.ask", student.name()), "support.look.go", given -> {
            lastReason = given;
            read();
        });
    }

    private void read() {
        busy.set(true);
        Reason why = new Reason(lastReason);
        link.ask(
                () -> link.client().registrations().view(student.id(), why, looking.idFor(why)),
                this::show,
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private void show(Registration found) {
        looking.settled();
        seen.set(found);
        Adjustments agreed = found.adjustments() == null ? Adjustments.NONE : found.adjustments();
        Profile profile = agreed.profile();
        extraMinutes.set(String.valueOf(agreed.extraMinutes()));
        textPercent.set(profile.textPercent());
        timePercent.set(profile.timePercent());
        speech.set(profile.speech());
        theme.set(profile.theme());
        language.set(profile.language());
        until.set(found.until());
        dwellMillis = profile.dwellMillis();
    }

    /// Records that the student consented to a text.
    public void giveConsent() {
        String version = consentText.get().strip();
        consentText.require(!version.isEmpty(), "support.consent.missing");
        consentForm.send(
                new ConsentText(version),
                (text, id) -> {
                    link.client().registrations().giveConsent(student.id(), text, id);
                    return true;
                },
                _ -> {
                    consentForm.clear();
                    notice.set(Notice.done("support.consent.given"));
                    read();
                });
    }

    /// Asks whether to withdraw; nothing happens before [#withdraw].
    public void askToWithdraw() {
        withdrawing.set(true);
    }

    public void keep() {
        withdrawing.set(false);
    }

    /// Withdraws the consent, which deletes what was agreed.
    public void withdraw() {
        busy.set(true);
        link.tell(
                () -> link.client().registrations().withdrawConsent(student.id(), consenting.idFor(student.id())),
                () -> {
                    consenting.settled();
                    withdrawing.set(false);
                    notice.set(Notice.done("support.consent.withdrawn"));
                    read();
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// Saves what is agreed from now on.
    public void save() {
        String minutes = extraMinutes.get().strip();
        boolean number = minutes.matches("[0-9]{1,3}") && Integer.parseInt(minutes) <= MOST_MINUTES;
        extraMinutes.require(number, "support.minutes.refused");
        LocalDate end = until.get();
        until.require(end == null || !end.isBefore(today), "pass.expires.past");
        if (!number) {
            return;
        }
        Profile profile = new Profile(
                textPercent.get(), speech.get(), theme.get(), timePercent.get(), dwellMillis, language.get());
        form.send(
                new NewAdjustments(new Adjustments(Integer.parseInt(minutes), profile), end),
                (agreed, id) -> {
                    link.client().registrations().save(student.id(), agreed, id);
                    return true;
                },
                _ -> form.tell(Notice.done("support.saved")));
    }

    /// Whether a consent holds.
    public boolean consented() {
        Registration found = seen.get();
        Consent consent = found == null ? null : found.consent();
        return consent != null && consent.withdrawnAt() == null;
    }

    public ReasonViewModel reason() {
        return reason;
    }

    /// What was agreed; null before a reason was given.
    public ReadOnlyObjectProperty<@Nullable Registration> seen() {
        return seen.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether it is asked if consent is withdrawn.
    public ReadOnlyBooleanProperty withdrawing() {
        return withdrawing.getReadOnlyProperty();
    }

    public Form consentForm() {
        return consentForm;
    }

    public FormField<String> consentText() {
        return consentText;
    }

    public Form form() {
        return form;
    }

    public FormField<String> extraMinutes() {
        return extraMinutes;
    }

    public FormField<Integer> textPercent() {
        return textPercent;
    }

    public FormField<Integer> timePercent() {
        return timePercent;
    }

    public FormField<Boolean> speech() {
        return speech;
    }

    public FormField<Profile.@Nullable Theme> theme() {
        return theme;
    }

    public FormField<@Nullable String> language() {
        return language;
    }

    public FormField<@Nullable LocalDate> until() {
        return until;
    }
}
