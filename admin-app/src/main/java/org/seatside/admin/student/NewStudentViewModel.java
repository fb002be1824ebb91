package org.seatside.admin.student;

import java.util.function.Consumer;
import org.seatside.admin.ui.Form;
import org.seatside.admin.ui.FormField;
import org.seatside.admin.ui.NodeLink;
import org.seatside.model.api.NewStudent;
import org.seatside.model.roster.Student;

/// The form that adds a student. What was typed stays until the student is added.
public final class NewStudentViewModel {
    private final NodeLink link;
    private final Consumer<Student> added;
    private final Form form;
    private final FormField<String> number;
    private final FormField<String> name;

    public NewStudentViewModel(NodeLink link, Consumer<Student> added) {
        this.link = link;
        this.added = added;
        form = new Form(link);
        number = form.text("");
        name = form.text("");
        form.refusing("number-taken", number, "student.number.taken")
                .refusing("number-malformed", number, "student.number.refused")
                .refusing("name-needed", name, "name.refused");
    }

    /// Checks and sends what was typed.
    public void submit() {
        NewStudent typed = new NewStudent(number.get().strip(), name.get().strip());
        number.require(!typed.number().isEmpty(), "student.number.missing");
        name.require(!typed.name().isEmpty(), "student.name.missing");
        form.send(typed, link.client()::addStudent, student -> {
            form.clear();
            added.accept(student);
        });
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
}
