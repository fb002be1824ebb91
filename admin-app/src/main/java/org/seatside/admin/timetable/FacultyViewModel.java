package org.seatside.admin.timetable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.entry.Dependence;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.TimetableCalls;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewDepartment;
import org.seatside.model.api.NewLecturer;
import org.seatside.model.api.Role;
import org.seatside.model.api.Topic;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Lecturer;

/// Who teaches: departments, and lecturers with the account they sign in with.
public final class FacultyViewModel {
    private final NodeLink link;
    private final TimetableCalls calls;
    private final boolean seesAccounts;
    private final EntryList<Department> departments;
    private final EntryList<Lecturer> lecturers;
    private final ObservableList<AccountView> accounts = FXCollections.observableArrayList();

    /// @param seesAccounts whether the person may read the accounts, to give one to a lecturer
    public FacultyViewModel(NodeLink link, boolean seesAccounts) {
        this.link = link;
        this.calls = link.client().timetable();
        this.seesAccounts = seesAccounts;
        departments = new EntryList<>(
                link,
                () -> calls.departments().stream()
                        .sorted(Comparator.comparing(Department::name))
                        .toList(),
                department -> department.code() + " " + department.name() + " " + department.nameEn(),
                new Dependence<>(
                        link,
                        Topic.DEPARTMENTS,
                        it -> it.id().value(),
                        Department::name,
                        (it, id) -> calls.deleteDepartment(it.id(), id)));
        lecturers = new EntryList<>(
                link,
                () -> AllPages.of(calls::lecturers),
                lecturer -> lecturer.name() + " " + lecturer.nameEn() + " " + lecturer.number(),
                new Dependence<>(
                        link,
                        Topic.LECTURERS,
                        it -> it.id().value(),
                        Lecturer::name,
                        (it, id) -> calls.deleteLecturer(it.id(), id)));
    }

    /// Reads what others refer to by its name.
    void loadNames() {
        departments.load();
        lecturers.load();
        if (seesAccounts) {
            link.ask(
                    () -> link.client().accounts().all().stream()
                            .filter(account -> account.roles().contains(Role.LECTURER))
                            .sorted(Comparator.comparing(AccountView::name))
                            .toList(),
                    accounts::setAll,
                    failure -> lecturers.say(Notice.of(failure)),
                    () -> {});
        }
    }

    EntryForm<NewDepartment> department(@Nullable Department department, Runnable close) {
        Typed<String> code = Typed.needed("department.code", null);
        Typed<String> name = Typed.needed("department.name", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        if (department != null) {
            code.with(department.code());
            name.with(department.name());
            english.with(department.nameEn());
        }
        return new EntryForm<>(
                        link,
                        List.of(code, name, english),
                        () -> new NewDepartment(code.value(), name.value(), english.value()),
                        (it, id) -> {
                            if (department == null) {
                                calls.addDepartment(it, id);
                            } else {
                                calls.changeDepartment(
                                        new Department(department.id(), it.code(), it.name(), it.nameEn()), id);
                            }
                        },
                        it -> {
                            departments.changed(Notice.done("catalogue.saved", it.name()));
                            close.run();
                        })
                .refused("code-taken", code, "catalogue.code.taken")
                .refused("name-needed", name, "name.refused");
    }

    EntryForm<NewLecturer> lecturer(@Nullable Lecturer lecturer, Runnable close) {
        Typed<String> name = Typed.needed("lecturer.name", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        Typed<@Nullable String> number = Typed.optional("lecturer.number", "lecturer.number.hint");
        Picked<Department> department = new Picked<>(
                "lecturer.department", null, "lecturer.department.none", departments.all(), (it, _) -> it.name());
        Picked<AccountView> account = new Picked<>(
                "lecturer.account", "lecturer.account.hint", "lecturer.account.none", accounts, (it, _) -> it.name());
        AccountId kept = lecturer == null ? null : lecturer.account();
        if (lecturer != null) {
            name.with(lecturer.name());
            english.with(lecturer.nameEn());
            number.with(lecturer.number());
            department.with(department(lecturer.department()).orElse(null));
            account.with(accounts.stream()
                    .filter(it -> it.id().equals(kept))
                    .findFirst()
                    .orElse(null));
        }
        return new EntryForm<>(
                        link,
                        seesAccounts
                                ? List.of(name, english, number, department, account)
                                : List.of(name, english, number, department),
                        () -> new NewLecturer(
                                number.value(),
                                name.value(),
                                english.value(),
                                department.picked().map(Department::id).orElse(null),
                                seesAccounts
                                        ? account.picked().map(AccountView::id).orElse(null)
                                        : kept),
                        (it, id) -> {
                            if (lecturer == null) {
                                calls.addLecturer(it, id);
                            } else {
                                calls.changeLecturer(
                                        new Lecturer(
                                                lecturer.id(),
                                                it.number(),
                                                it.name(),
                                                it.nameEn(),
                                                it.department(),
                                                it.account()),
                                        id);
                            }
                        },
                        it -> {
                            lecturers.changed(Notice.done("catalogue.saved", it.name()));
                            close.run();
                        })
                .refused("number-taken", number, "lecturer.number.taken")
                .refused("name-needed", name, "name.refused");
    }

    public EntryList<Department> departments() {
        return departments;
    }

    public EntryList<Lecturer> lecturers() {
        return lecturers;
    }

    Optional<Department> department(@Nullable DepartmentId id) {
        return departments.all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// What a department is called; empty where it is not known.
    String departmentName(@Nullable DepartmentId id) {
        return department(id).map(Department::name).orElse("");
    }
}
