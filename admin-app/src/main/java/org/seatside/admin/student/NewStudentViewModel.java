package org.seatside.admin.student;

import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Form;
import org.seatside.admin.ui.FormField;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.PendingChange;
import org.seatside.client.NodeException;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.PassCard;
import org.seatside.model.id.CommandId;
import org.seatside.model.roster.Student;

/// The form that registers a student: number, name, and how long the first pass is good, which for a temporary
/// registration is its last day. What was typed stays until the student is added.
public final class NewStudentViewModel {
    private final NodeLink link;
    private final Consumer<Registered> added;
    private final LocalDate today;
    private final Form form;
    private final PendingChange issuing;
    private final FormField<String> number;
    private final FormField<String> name;
    private final FormField<Boolean> temporary;
    private final FormField<@Nullable LocalDate> until;

    /// @param today in the campus's time zone
    public NewStudentViewModel(NodeLink link, LocalDate today, Consumer<Registered> added) {
        this.link = link;
        this.added = added;
        this.today = today;
        form = new Form(link);
        issuing = new PendingChange(link.client()::newCommand);
        number = form.text("");
        name = form.text("");
        temporary = form.field(false);
        until = form.field(null);
        form.refusing("number-taken", number, "student.number.taken")
                .refusing("number-malformed", number, "student.number.refused")
                .refusing("name-needed", name, "name.refused")
                .refusing("expiry-out-of-range", until, "pass.expires.refused");
    }

    /// Checks and sends what was typed.
    public void submit() {
        NewStudent typed = new NewStudent(number.get().strip(), name.get().strip());
        number.require(!typed.number().isEmpty(), "student.number.missing");
        name.require(!typed.name().isEmpty(), "student.name.missing");
        LocalDate end = temporary.get() ? until.get() : PassesViewModel.endOfSemester(today);
        if (end == null) {
            until.require(false, "pass.expires.missing");
            return;
        }
        until.require(!end.isBefore(today), "pass.expires.past");
        form.send(typed, (student, id) -> register(student, end, id), registered -> {
            issuing.settled();
            form.clear();
            added.accept(registered);
        });
    }

    /// Added first, then given a pass: where the second is refused, the first stands and says so.
    private Registered register(NewStudent typed, LocalDate end, CommandId id) throws NodeException {
        Student student = link.client().addStudent(typed, id);
        NewPass pass = new NewPass(end);
        return new Registered(student, link.client().issuePass(student.id(), pass, issuing.idFor(pass)), end);
    }

    public Form form() {
        return form;
    }

    public FormField<String> number() {
        return number;
    }

    public FormField<String> name() {
        return name;
    }

    /// Whether it ends before the semester does.
    public FormField<Boolean> temporary() {
        return temporary;
    }

    /// Last day of a temporary registration.
    public FormField<@Nullable LocalDate> until() {
        return until;
    }

    /// A student just registered.
    ///
    /// @param pass ready to print
    /// @param until last day of the pass
    public record Registered(Student student, PassCard pass, LocalDate until) {}
}
