package org.seatside.admin.student;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.seatside.admin.print.Paper;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.IsoDates;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Preferences;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.roster.IssuedPass;

/// One student: issue a pass, print it, revoke it.
final class PassesView {
    private static final String PAPER = "pass.paper";

    private final PassesViewModel model;
    private final Display display;
    private final Printing printing;
    private final FileDialogs dialogs;
    private final Preferences preferences;
    private final Widgets widgets;
    private final VBox passes = new VBox();
    /// The harmless answer to the question that is asked; null where none is.
    private @Nullable Button question;
    private final VBox content;

    PassesView(PassesViewModel model, Workplace workplace, Printing printing) {
        this.model = model;
        this.display = workplace.display();
        this.printing = printing;
        this.dialogs = workplace.dialogs();
        this.preferences = workplace.preferences();
        this.widgets = new Widgets(display);
        passes.getStyleClass().add("passes");
        content = new VBox(
                widgets.notice(model.notice(), null),
                folder(),
                issued(),
                issue(),
                widgets.label("pass.list", "type-lead"),
                passes);
        content.getStyleClass().add("form");
        model.passes().addListener((ListChangeListener<IssuedPass>) _ -> showPasses());
        model.asking().addListener((_, _, _) -> showPasses());
        display.messages().language().addListener((_, _, _) -> showPasses());
        showPasses();
    }

    private Node folder() {
        Button open = widgets.button("print.openFolder", Glyphs.FOLDER, () -> {
            Path file = model.saved().get();
            if (file != null && file.toAbsolutePath().getParent() != null) {
                dialogs.show(file.toAbsolutePath().getParent());
            }
        });
        open.visibleProperty().bind(model.saved().isNotNull());
        open.managedProperty().bind(open.visibleProperty());
        return open;
    }

    private Node issued() {
        ComboBox<Paper> papers = papers();
        FlowPane actions = new FlowPane(
                widgets.button(
                        "pass.print.card", Glyphs.PRINT, () -> print(papers.getValue(), "pass.file.card"), "accent"),
                widgets.button("pass.print.large", Glyphs.PRINT, () -> print(Paper.LARGE_PRINT, "pass.file.large")));
        actions.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.label("pass.ready", "strong"),
                widgets.label("pass.ready.once", "type-small", "quiet"),
                widgets.field("pass.paper", papers, "pass.paper.hint", new SimpleObjectProperty<>(null)),
                actions);
        if (!printing.words().korean()) {
            box.getChildren().add(widgets.label("print.noKorean", "type-small", "mark", Role.LATE.styleClass()));
        }
        box.getStyleClass().addAll("panel", "form");
        box.visibleProperty().bind(model.card().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    /// Every size but the large print, which has a button of its own; the one used last is chosen.
    private ComboBox<Paper> papers() {
        List<Paper> sizes = Arrays.stream(Paper.values())
                .filter(paper -> paper != Paper.LARGE_PRINT)
                .toList();
        ComboBox<Paper> papers = new ComboBox<>(FXCollections.observableArrayList(sizes));
        widgets.words(papers, it -> it == null ? "" : word(it));
        papers.setValue(preferences.get(PAPER).flatMap(this::paper).orElse(Paper.CARD));
        papers.valueProperty().addListener((_, _, now) -> preferences.put(PAPER, now.name()));
        return papers;
    }

    private Optional<Paper> paper(String name) {
        return Arrays.stream(Paper.values())
                .filter(paper -> paper.name().equals(name))
                .findFirst();
    }

    private String word(Paper paper) {
        return display.messages()
                .now(
                        switch (paper) {
                            case CARD -> "paper.card";
                            case NAME_CARD -> "paper.nameCard";
                            case LABEL -> "paper.label";
                            case SMALL_LABEL -> "paper.smallLabel";
                            case A6 -> "paper.lanyard";
                            case LARGE_PRINT -> "paper.large";
                        });
    }

    private void print(Paper paper, String nameKey) {
        String name = display.messages().now(nameKey, model.student().name());
        dialogs.saveFile(name + ".pdf").ifPresent(file -> model.print(paper, file));
    }

    private Node issue() {
        DatePicker until = new DatePicker();
        until.setConverter(new IsoDates());
        until.valueProperty().bindBidirectional(model.expires());
        Button issue = widgets.button("pass.issue", Glyphs.PASS, model::issue);
        issue.disableProperty().bind(model.busy());
        HBox actions = new HBox(issue, widgets.busy(model.busy()));
        actions.setAlignment(Pos.CENTER_LEFT);
        actions.getStyleClass().add("actions");
        VBox box = new VBox(widgets.field("pass.expires", until, "pass.expires.hint", model.expiresError()), actions);
        box.getStyleClass().add("form");
        return box;
    }

    private void showPasses() {
        question = null;
        passes.getChildren().clear();
        if (model.passes().isEmpty()) {
            passes.getChildren().add(widgets.label("pass.none", "quiet"));
        }
        for (IssuedPass pass : model.passes()) {
            passes.getChildren().add(pass.equals(model.asking().get()) ? question(pass) : row(pass));
        }
        if (question != null) {
            question.requestFocus();
        }
    }

    private Node row(IssuedPass pass) {
        Label until = new Label(display.messages().now("pass.until", date(pass.expires())));
        until.setWrapText(true);
        Label given = new Label(display.messages()
                .now(
                        "pass.issuedOn",
                        date(LocalDate.ofInstant(
                                pass.issuedAt(), printing.clock().getZone()))));
        given.getStyleClass().addAll("type-small", "quiet");
        given.setWrapText(true);
        VBox words = new VBox(widgets.mark(mark(pass)), until, given);
        words.getStyleClass().add("lines");
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(words);
        if (!pass.revoked()) {
            Button revoke = widgets.button("pass.revoke", Glyphs.REVOKE, () -> model.askToRevoke(pass));
            row.getChildren().add(revoke);
        }
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("panel-row", "row");
        return row;
    }

    private Node question(IssuedPass pass) {
        Button revoke = widgets.button("pass.revoke.yes", Glyphs.REVOKE, model::revoke, "danger");
        revoke.disableProperty().bind(model.busy());
        Button keep = widgets.button("pass.revoke.no", null, model::keep);
        FlowPane actions = new FlowPane(revoke, keep);
        actions.getStyleClass().add("actions");
        VBox box = new VBox(
                widgets.label(
                        Bindings.createStringBinding(
                                () -> display.messages()
                                        .now("pass.revoke.ask", model.student().name(), date(pass.expires())),
                                display.messages().language()),
                        "strong"),
                widgets.label("pass.revoke.gone"),
                actions);
        box.getStyleClass().addAll("panel", "form", Role.REFUSED.styleClass() + "-edge");
        question = keep;
        return box;
    }

    private Mark mark(IssuedPass pass) {
        if (pass.revoked()) {
            return new Mark(Glyphs.REVOKE, "pass.state.revoked", Role.QUIET);
        }
        return pass.expires().isBefore(model.today())
                ? new Mark(MaterialDesignT.TIMER_OFF_OUTLINE, "pass.state.expired", Role.QUIET)
                : new Mark(MaterialDesignC.CHECK_BOLD, "pass.state.valid", Role.PRESENT);
    }

    private String date(LocalDate day) {
        Locale language = display.messages().language().get();
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(day);
    }

    Node content() {
        return content;
    }
}
