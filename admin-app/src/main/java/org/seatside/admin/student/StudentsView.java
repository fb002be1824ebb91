package org.seatside.admin.student;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.imports.ImportView;
import org.seatside.admin.imports.ImportViewModel;
import org.seatside.admin.table.Column;
import org.seatside.admin.table.DataTable;
import org.seatside.admin.table.Filter;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.FormPane;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.PageAction;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.Role;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Student;

/// The students, and at the right either a new one or the passes of one.
public final class StudentsView implements Page {
    private final StudentsViewModel model;
    private final NewStudentViewModel adding;
    private final ImportView importing;
    private final Workplace workplace;
    private final Printing printing;
    private final Widgets widgets;
    private final TextField search = new TextField();
    private final DataTable<Student> table;
    private final DetailPane content;

    public StudentsView(Workplace workplace, Printing printing) {
        this.workplace = workplace;
        this.model = new StudentsViewModel(workplace.link());
        this.printing = printing;
        this.widgets = new Widgets(workplace.display());
        LocalDate today = LocalDate.now(workplace.clock());
        this.adding = new NewStudentViewModel(workplace.link(), today, registered -> {
            model.note(registered.student());
            open(registered.student(), registered.pass());
        });
        this.importing =
                new ImportView(new ImportViewModel(workplace.link()), workplace.display(), workplace.dialogs());
        this.table = table();
        VBox page = new VBox(head(), searchRow(), table.content());
        page.getStyleClass().add("page");
        content = new DetailPane(
                FollowingScroll.around(page, table.content(), workplace.display()), workplace.display(), true);
    }

    private Node head() {
        Label title = widgets.label("nav.students", "type-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title);
        if (workplace.hasAny(Role.ADMINISTRATOR)) {
            head.getChildren().add(widgets.button("import.open", Glyphs.IMPORT, this::showImport));
        }
        head.getChildren().add(widgets.button("students.add", Glyphs.ADD, this::add, "accent"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private Node searchRow() {
        search.promptTextProperty().bind(widgets.messages().text("students.search"));
        search.accessibleTextProperty().bind(widgets.messages().text("students.search"));
        Widgets.bind(search, model.query());
        return search;
    }

    private DataTable<Student> table() {
        Node none = widgets.empty(
                Glyphs.STUDENTS,
                "students.empty.head",
                "students.empty.body",
                widgets.button("students.add", Glyphs.ADD, this::add, "accent"));
        Node unfound = widgets.empty(Glyphs.SEARCH, "students.unfound.head", "students.unfound.body");
        none.visibleProperty().bind(model.query().isEmpty());
        unfound.visibleProperty().bind(model.query().isNotEmpty());
        return new DataTable<>(
                        widgets,
                        workplace.display(),
                        workplace.preferences(),
                        "students",
                        "nav.students",
                        model.rows(),
                        List.of(
                                Column.of("number", "student.number", 8, Student::number),
                                Column.of("name", "student.name", 12, Student::name)
                                        .shownAs(it -> widgets.name(it.name()))),
                        List.of(
                                new Filter<>("active", "students.filter.active", "state", Student::active),
                                new Filter<>("left", "students.filter.left", "state", it -> !it.active())))
                .whenEmpty(new StackPane(none, unfound))
                .onOpen(this::open);
    }

    /// Shows what is kept of a student.
    public void open(Student student) {
        open(student, null);
    }

    /// @param issued a pass to print now; null for none
    private void open(Student student, @Nullable PassCard issued) {
        LocalDate today = LocalDate.now(workplace.clock());
        PassesViewModel passes = new PassesViewModel(model.link(), student, printing.pdf(), printing.words(), today);
        passes.load();
        if (issued != null) {
            passes.take(issued);
        }
        Label number = new Label(student.number());
        number.getStyleClass().addAll("quiet", "figures");
        Tabs tabs = new Tabs(widgets)
                .add("student.tab.passes", () -> new PassesView(passes, workplace, printing).content())
                .add("student.tab.history", () -> history(student));
        if (workplace.hasAny(Role.SUPPORT_OFFICER)) {
            tabs.add(
                    "student.tab.support",
                    () -> new SupportView(new SupportViewModel(model.link(), student, today), workplace).content());
        }
        tabs.add("student.tab.person", () -> person(student));
        content.show(new Drawer(widgets, new SimpleStringProperty(student.name()), this::close, number, tabs.content(0))
                .content());
    }

    private Node history(Student student) {
        return new HistoryView(
                        new HistoryViewModel(
                                model.link(), student.id(), workplace.clock().getZone()),
                        workplace)
                .content();
    }

    private Node person(Student student) {
        return new PersonView(new PersonViewModel(workplace, student, model::note), workplace, () -> {
                    close();
                    model.search();
                })
                .content();
    }

    private void showImport() {
        HBox top = new HBox(widgets.iconButton("drawer.close", Glyphs.CLOSE, this::closeImport));
        top.setAlignment(Pos.CENTER_RIGHT);
        BorderPane side = new BorderPane(importing.content());
        side.setTop(top);
        side.getStyleClass().add("drawer");
        content.show(side);
    }

    /// What was imported is in the list then.
    private void closeImport() {
        close();
        model.search();
    }

    @Override
    public Set<SearchKind> opens() {
        return Set.of(SearchKind.STUDENT);
    }

    @Override
    public void open(SearchHit hit) {
        StudentId id = new StudentId(hit.id());
        model.link()
                .ask(
                        () -> model.link().client().student(id),
                        this::open,
                        failure -> model.rows().tell(Notice.of(failure)),
                        () -> {});
    }

    @Override
    public List<PageAction> actions() {
        PageAction add = new PageAction("students.add", Glyphs.ADD, this::add);
        return workplace.hasAny(Role.ADMINISTRATOR)
                ? List.of(add, new PageAction("import.open", Glyphs.IMPORT, this::showImport))
                : List.of(add);
    }

    /// Shows the form for a new student, as it was left.
    @Override
    public void add() {
        FormPane form = new FormPane(widgets, adding.form());
        TextField number = form.text("student.number.field", adding.number(), null);
        form.text("student.name.field", adding.name(), null);
        form.check("student.temporary", adding.temporary());
        DatePicker until = form.day("student.until", adding.until(), "student.until.hint");
        Node field = until.getParent();
        field.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> adding.temporary().get(), adding.temporary().value()));
        field.managedProperty().bind(field.visibleProperty());
        form.submit("students.add.submit", adding::submit);
        content.show(new Drawer(widgets, widgets.messages().text("students.add.title"), this::close, form.content())
                .content());
        number.requestFocus();
    }

    private void close() {
        content.show(null);
        table.table().requestFocus();
    }

    @Override
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    @Override
    public void enter() {
        model.search();
    }

    @Override
    public void leave() {}

    @Override
    public Node content() {
        return content;
    }
}
