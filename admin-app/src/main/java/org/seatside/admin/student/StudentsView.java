package org.seatside.admin.student;

import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.roster.Student;

/// The students, and at the right either a new one or the passes of one.
public final class StudentsView implements Page {
    private final StudentsViewModel model;
    private final NewStudentViewModel form;
    private final Display display;
    private final Printing printing;
    private final FileDialogs dialogs;
    private final Widgets widgets;
    private final TextField search = new TextField();
    private final TableView<Student> table;
    private final DetailPane content;

    public StudentsView(StudentsViewModel model, Display display, Printing printing, FileDialogs dialogs) {
        this.model = model;
        this.display = display;
        this.printing = printing;
        this.dialogs = dialogs;
        this.widgets = new Widgets(display);
        this.form = new NewStudentViewModel(model.link(), student -> {
            model.note(student);
            open(student);
        });
        this.table = table();
        Button more = widgets.button("students.more", null, model::loadMore);
        more.visibleProperty().bind(model.more());
        more.managedProperty().bind(model.more());
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(head(), searchRow(), widgets.notice(model.notice(), null), table, more);
        page.getStyleClass().add("page");
        content = new DetailPane(page, display, true);
    }

    private Node head() {
        Label title = widgets.label("nav.students", "type-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(title, widgets.button("students.add", Glyphs.ADD, this::add, "accent"));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    private Node searchRow() {
        search.promptTextProperty().bind(display.messages().text("students.search"));
        search.accessibleTextProperty().bind(display.messages().text("students.search"));
        Widgets.bind(search, model.query());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox row = new HBox(search, widgets.busy(model.busy()));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("row");
        return row;
    }

    private TableView<Student> table() {
        TableView<Student> students = new TableView<>(model.students());
        students.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        students.accessibleTextProperty().bind(display.messages().text("nav.students"));
        students.getColumns().add(widgets.column("student.number", 3, it -> figures(it.number())));
        students.getColumns().add(widgets.column("student.name", 6, it -> widgets.name(it.name())));
        Node none = widgets.empty(Glyphs.STUDENTS, "students.empty.head", "students.empty.body");
        Node unfound = widgets.empty(Glyphs.SEARCH, "students.unfound.head", "students.unfound.body");
        students.setPlaceholder(none);
        model.students().addListener((javafx.collections.ListChangeListener<Student>)
                _ -> students.setPlaceholder(model.query().get().isBlank() ? none : unfound));
        students.setOnMouseClicked(_ -> openSelected());
        students.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                openSelected();
            }
        });
        return students;
    }

    private static Label figures(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("figures");
        return label;
    }

    private void openSelected() {
        Student selected = table.getSelectionModel().getSelectedItem();
        if (selected != null) {
            open(selected);
        }
    }

    /// Shows a student's passes.
    public void open(Student student) {
        PassesViewModel passes = new PassesViewModel(
                model.link(), student, printing.pdf(), printing.words(), LocalDate.now(printing.clock()));
        passes.load();
        content.show(new PassesView(passes, display, printing, dialogs, this::close).content());
    }

    /// Shows the form for a new student, as it was left.
    @Override
    public void add() {
        TextField number = new TextField();
        Widgets.bind(number, form.number());
        TextField name = new TextField();
        Widgets.bind(name, form.name());
        Button save = widgets.button("students.add.submit", null, form::submit, "accent");
        save.setDefaultButton(true);
        save.disableProperty().bind(form.busy());
        HBox actions = new HBox(save, widgets.busy(form.busy()));
        actions.getStyleClass().add("actions");
        actions.setAlignment(Pos.CENTER_LEFT);
        content.show(new Drawer(
                        widgets,
                        display.messages().text("students.add.title"),
                        this::close,
                        widgets.notice(form.notice(), null),
                        widgets.field("student.number.field", number, null, form.numberError()),
                        widgets.field("student.name.field", name, null, form.nameError()),
                        actions)
                .content());
        number.requestFocus();
    }

    private void close() {
        content.show(null);
        table.requestFocus();
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
