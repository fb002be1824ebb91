package org.seatside.admin.student;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Form;
import org.seatside.admin.ui.FormField;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.admin.ui.ReasonViewModel;
import org.seatside.admin.ui.Work;
import org.seatside.admin.ui.WorkViewModel;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.NewPin;
import org.seatside.model.api.Reason;
import org.seatside.model.roster.Student;

/// What is kept of a student as such: number, name, PIN; all of it as a file for the student; and its end.
public final class PersonViewModel {
    private final NodeLink link;
    private final WorkViewModel work;
    private final FileDialogs dialogs;
    private final Consumer<Student> changed;
    private final ReasonViewModel reason = new ReasonViewModel();
    private final PendingChange erasing;
    private final PendingChange exporting;
    private final PendingChange clearing;
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Form form;
    private final FormField<String> number;
    private final FormField<String> name;
    private final FormField<Boolean> active;
    private final Form pinForm;
    private final FormField<String> pin;
    private Student student;

    /// @param changed gets the student as changed
    public PersonViewModel(Workplace workplace, Student student, Consumer<Student> changed) {
        this.link = workplace.link();
        this.work = workplace.work();
        this.dialogs = workplace.dialogs();
        this.student = student;
        this.changed = changed;
        erasing = new PendingChange(link.client()::newCommand);
        exporting = new PendingChange(link.client()::newCommand);
        clearing = new PendingChange(link.client()::newCommand);
        form = new Form(link);
        number = form.text(student.number());
        name = form.text(student.name());
        active = form.field(student.active());
        pinForm = new Form(link);
        pin = pinForm.text("");
        form.refusing("number-taken", number, "student.number.taken")
                .refusing("number-malformed", number, "student.number.refused")
                .refusing("name-needed", name, "name.refused");
        pinForm.refusing("pin-weak", pin, "pin.weak");
    }

    /// Saves number, name and whether the student is still here.
    public void save() {
        Student typed =
                new Student(student.id(), number.get().strip(), name.get().strip(), active.get());
        number.require(!typed.number().isEmpty(), "student.number.missing");
        name.require(!typed.name().isEmpty(), "student.name.missing");
        form.send(typed, link.client()::changeStudent, saved -> {
            student = saved;
            form.tell(Notice.done("student.saved"));
            changed.accept(saved);
        });
    }

    /// Gives the student another PIN.
    public void setPin() {
        pin.require(pin.get().matches("[0-9]{4,8}"), "pin.malformed");
        pinForm.send(
                new NewPin(pin.get()),
                (typed, id) -> {
                    link.client().pins().set(student.id(), typed, id);
                    return true;
                },
                _ -> {
                    pinForm.clear();
                    pinForm.tell(Notice.done("pin.set"));
                });
    }

    /// Takes the PIN away; staff let the student in by number no more where the policy wants one.
    public void clearPin() {
        link.tell(
                () -> link.client().pins().clear(student.id(), clearing.idFor(student.id())),
                () -> {
                    clearing.settled();
                    pinForm.tell(Notice.done("pin.cleared"));
                },
                failure -> pinForm.tell(Notice.of(failure)),
                () -> {});
    }

    /// Asks why, then where to, and writes all that is kept of the student into a file.
    public void export() {
        reason.ask(
                Notice.news("person.export.ask", student.name()),
                "person.export.go",
                why -> dialogs.saveFile(student.number() + ".zip").ifPresent(file -> export(new Reason(why), file)));
    }

    private void export(Reason why, Path file) {
        work.start(
                Notice.news("person.export.work", student.name()),
                progress -> write(why, file, progress),
                saved -> new Work.Result(
                        Notice.done("person.export.done", String.valueOf(saved.getFileName())),
                        "print.openFolder",
                        () -> dialogs.show(parent(saved))));
    }

    private Path write(Reason why, Path file, Work progress) throws Exception {
        Path whole = file.toAbsolutePath();
        Path part;
        try {
            part = Files.createTempFile(parent(whole), ".student", null);
        } catch (IOException e) {
            throw new WorkViewModel.FileFailure(Notice.failed("file.notSaved", String.valueOf(whole.getParent())), e);
        }
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                link.client().registrations().export(student.id(), why, exporting.idFor(why), out);
            }
            progress.at(1, null);
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path parent(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    /// Asks why, then erases what is kept of the student. Nobody takes that back.
    ///
    /// @param erased is told once it is done
    public void erase(Runnable erased) {
        reason.ask(Notice.care("person.erase.ask", student.name(), student.number()), "person.erase.go", why -> {
            busy.set(true);
            Reason given = new Reason(why);
            link.tell(
                    () -> link.client().registrations().erase(student.id(), given, erasing.idFor(given)),
                    () -> {
                        erasing.settled();
                        erased.run();
                    },
                    failure -> notice.set(Notice.of(failure)),
                    () -> busy.set(false));
        });
    }

    public ReasonViewModel reason() {
        return reason;
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

    public FormField<Boolean> active() {
        return active;
    }

    public Form pinForm() {
        return pinForm;
    }

    public FormField<String> pin() {
        return pin;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
