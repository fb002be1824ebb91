package org.seatside.admin.attendance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.ui.DetailPane;
import org.seatside.admin.ui.Drawer;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.PageAction;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Section;

/// The attendance of classes as sheets, and the log of all check-ins; at the right one record.
public final class AttendanceView implements Page {
    private final Workplace workplace;
    private final Widgets widgets;
    private final SheetViewModel sheet;
    private final LogViewModel log;
    private final ExportViewModel exports;
    private final ToggleButton sheetTab;
    private final ToggleButton logTab;
    private final StackPane body = new StackPane();
    private final Node sheetContent;
    private final Node logContent;
    private final DetailPane content;

    public AttendanceView(Workplace workplace) {
        this.workplace = workplace;
        this.widgets = new Widgets(workplace.display());
        this.sheet = new SheetViewModel(workplace.link(), workplace.undo(), workplace.clock());
        this.log = new LogViewModel(workplace.link(), workplace.clock(), workplace.preferences());
        this.exports = new ExportViewModel(workplace);
        this.sheetContent = new SheetView(sheet, workplace, this::openCell).content();
        this.logContent = new LogView(
                        log,
                        workplace,
                        event -> log.record(
                                event,
                                record -> openRecord(
                                        record.id(), event.studentName() == null ? "" : event.studentName())))
                .content();
        ToggleGroup tabs = new ToggleGroup();
        this.sheetTab = tab("attendance.sheet", tabs, this::showSheet);
        this.logTab = tab("attendance.log", tabs, this::showLog);
        FlowPane bar = new FlowPane(sheetTab, logTab);
        bar.getStyleClass().add("chips");
        VBox.setVgrow(body, Priority.ALWAYS);
        VBox page = new VBox(head(), bar, body);
        page.getStyleClass().add("page");
        content = new DetailPane(page, workplace.display(), true);
        sheetTab.setSelected(true);
        body.getChildren().setAll(sheetContent);
    }

    private ToggleButton tab(String key, ToggleGroup group, Runnable show) {
        ToggleButton tab = new ToggleButton();
        tab.textProperty().bind(widgets.messages().text(key));
        tab.setMnemonicParsing(true);
        tab.setToggleGroup(group);
        tab.getStyleClass().add("tab-item");
        tab.setOnAction(_ -> {
            tab.setSelected(true);
            show.run();
        });
        return tab;
    }

    private Node head() {
        Label title = widgets.label("nav.attendance", "type-head");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button export = widgets.button("export.open", Glyphs.EXPORT, this::askExport);
        HBox head = new HBox(title, export);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("row");
        return head;
    }

    /// Asks at the right what is exported: what is shown, where nothing else is chosen.
    private void askExport() {
        boolean ofSheet = sheetTab.isSelected();
        int days = log.filter().get().days();
        LocalDate from =
                ofSheet || days == 0 ? null : LocalDate.now(workplace.clock()).minusDays(days - 1L);
        EntryForm<?> form = exports.form(
                sheet.section().get(),
                ofSheet ? ExportWhat.SHEET : ExportWhat.CHECK_INS,
                from,
                ofSheet ? null : log.filter().get().only(),
                () -> content.show(null));
        content.show(new Drawer(
                        widgets,
                        widgets.messages().text("export.title"),
                        () -> content.show(null),
                        new EntryFormView(form, widgets, "export.go", Glyphs.EXPORT).content())
                .content());
    }

    private void showSheet() {
        sheetTab.setSelected(true);
        body.getChildren().setAll(sheetContent);
        sheet.loadSections();
    }

    private void showLog() {
        logTab.setSelected(true);
        body.getChildren().setAll(logContent);
        log.load();
    }

    private void openCell(CellKey key) {
        sheet.cell(key).ifPresent(cell -> openRecord(cell.attendance(), name(key)));
    }

    private String name(CellKey key) {
        ClassSheet shown = sheet.sheet().get();
        return shown == null
                ? ""
                : shown.rows().stream()
                        .filter(row -> row.student().id().equals(key.student()))
                        .map(row -> row.student().name())
                        .findFirst()
                        .orElse("");
    }

    private void openRecord(AttendanceId record, String student) {
        RecordViewModel model = new RecordViewModel(workplace.link(), record, () -> {
            sheet.load();
            log.load();
        });
        content.show(new Drawer(
                        widgets,
                        new SimpleStringProperty(student),
                        () -> content.show(null),
                        new RecordView(model, workplace).content())
                .content());
    }

    @Override
    public Set<SearchKind> opens() {
        return Set.of(SearchKind.SECTION);
    }

    @Override
    public void open(SearchHit hit) {
        showSheet();
        SectionId id = new SectionId(hit.id());
        sheet.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .ifPresentOrElse(
                        sheet.section()::set, () -> sheet.section().set(new Section(id, hit.detail(), hit.title())));
    }

    @Override
    public void goTo(String part) {
        if (part.equals(LogFilter.Kind.UPSTREAM.key())) {
            log.filter().set(new LogFilter(0, Set.of(LogFilter.Kind.UPSTREAM)));
            showLog();
        }
    }

    @Override
    public List<PageAction> actions() {
        return List.of(
                new PageAction("attendance.sheet", Glyphs.ATTENDANCE, this::showSheet),
                new PageAction("attendance.log", Glyphs.LIST, this::showLog),
                new PageAction("export.open", Glyphs.EXPORT, this::askExport));
    }

    @Override
    public void enter() {
        if (sheetTab.isSelected()) {
            sheet.loadSections();
        } else {
            log.load();
        }
    }

    @Override
    public void leave() {}

    @Override
    public void add() {}

    @Override
    public void focusSearch() {
        body.requestFocus();
    }

    @Override
    public Node content() {
        return content;
    }
}
