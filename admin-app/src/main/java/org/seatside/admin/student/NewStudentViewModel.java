package org.seatside.admin.student;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.client.NodeException;
import org.seatside.model.api.NewStudent;
import org.seatside.model.roster.Student;

/// The form that adds a student. What was typed stays until the student is added.
public final class NewStudentViewModel {
    private final NodeLink link;
    private final Consumer<Student> added;
    private final PendingChange change;
    private final StringProperty number = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> numberError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> nameError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public NewStudentViewModel(NodeLink link, Consumer<Student> added) {
        this.link = link;
        this.added = added;
        this.change = new PendingChange(link.client()::newCommand);
        number.addListener((_, _, _) -> numberError.set(null));
        name.addListener((_, _, _) -> nameError.set(null));
    }

    /// Checks and sends what was typed.
    public void submit() {
        NewStudent typed = new NewStudent(number.get().strip(), name.get().strip());
        numberError.set(typed.number().isEmpty() ? Notice.failed("student.number.missing") : null);
        nameError.set(typed.name().isEmpty() ? Notice.failed("student.name.missing") : null);
        if (busy.get() || numberError.get() != null || nameError.get() != null) {
            return;
        }
        busy.set(true);
        notice.set(null);
        link.ask(
                () -> link.client().addStudent(typed, change.idFor(typed)),
                student -> {
                    change.settled();
                    number.set("");
                    name.set("");
                    added.accept(student);
                },
                this::refused,
                () -> busy.set(false));
    }

    private void refused(NodeException failure) {
        switch (Notice.code(failure)) {
            case "number-taken" -> numberError.set(Notice.failed("student.number.taken"));
            case "number-malformed" -> numberError.set(Notice.failed("student.number.refused"));
            case "name-needed" -> nameError.set(Notice.failed("name.refused"));
            default -> notice.set(Notice.of(failure));
        }
    }

    public StringProperty number() {
        return number;
    }

    public StringProperty name() {
        return name;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> numberError() {
        return numberError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> nameError() {
        return nameError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
