package org.seatside.admin.administration;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.assist.Notice;

/// Notices in a list; one of them is written beside what the kiosk will show.
final class NoticesKind implements Kind<Notice> {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final NoticesViewModel model;
    private final Widgets widgets;

    NoticesKind(NoticesViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
    }

    @Override
    public String title() {
        return "notices.title";
    }

    @Override
    public Ikon icon() {
        return MaterialDesignB.BULLHORN_OUTLINE;
    }

    @Override
    public String emptyHead() {
        return "notices.empty.head";
    }

    @Override
    public String emptyBody() {
        return "notices.empty.body";
    }

    @Override
    public String add() {
        return "notices.add";
    }

    @Override
    public List<Column<Notice>> columns() {
        return List.of(
                Column.of("text", "notice.column.text", 18, this::text)
                        .shownAs(notice -> widgets.name(text(notice), "strong")),
                Column.of("where", "notice.column.where", 10, this::where).yields(3),
                Column.of("from", "notice.column.from", 9.5, (Notice notice) -> said(notice.from()))
                        .yields(2),
                Column.of("until", "notice.column.until", 9.5, (Notice notice) -> said(notice.until()))
                        .yields(2),
                Column.of(
                                "state",
                                "notice.column.state",
                                8,
                                (Notice notice) ->
                                        widgets.messages().now(state(notice).key()))
                        .shownAs(notice -> widgets.mark(state(notice)))
                        .yields(1));
    }

    private String text(Notice notice) {
        String language = widgets.messages().language().get().getLanguage();
        String text = notice.texts().containsKey(language)
                ? notice.texts().get(language)
                : notice.texts().values().iterator().next();
        return text == null ? "" : text.replace('\n', ' ');
    }

    private String where(Notice notice) {
        return notice.rooms().isEmpty()
                ? widgets.messages().now("notice.room.all")
                : notice.rooms().stream().map(model::name).collect(Collectors.joining(", "));
    }

    private String said(Instant at) {
        return TIME.format(at.atZone(model.zone()));
    }

    private Mark state(Notice notice) {
        return notice.from().isAfter(model.now())
                ? new Mark(MaterialDesignC.CLOCK_OUTLINE, "notice.state.later", Role.KNOWN)
                : new Mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "notice.state.now", Role.PRESENT);
    }

    @Override
    public String heading(@Nullable Notice notice) {
        return widgets.messages().now(notice == null ? "notices.add.title" : "notice.change.title");
    }

    @Override
    public List<Node> details(@Nullable Notice notice, Runnable close) {
        NoticesViewModel.Draft draft = model.draft(notice, close);
        VBox preview = new VBox(widgets.label("notice.preview", "strong"), screen(draft.korean), screen(draft.english));
        preview.getStyleClass().add("form");
        preview.visibleProperty()
                .bind(draft.korean.text().isNotEmpty().or(draft.english.text().isNotEmpty()));
        preview.managedProperty().bind(preview.visibleProperty());
        return List.of(preview, new EntryFormView(draft.form, widgets, "entry.save", null).content());
    }

    /// As the kiosk shows it while nobody is served: dark, the text alone, large.
    private Node screen(Typed<@Nullable String> text) {
        Label said = new Label();
        said.textProperty().bind(text.text());
        said.setWrapText(true);
        said.getStyleClass().add("kiosk-notice");
        VBox screen = new VBox(said);
        screen.setAlignment(Pos.CENTER);
        screen.getStyleClass().add("kiosk-screen");
        screen.visibleProperty()
                .bind(Bindings.createBooleanBinding(() -> !text.text().get().isBlank(), text.text()));
        screen.managedProperty().bind(screen.visibleProperty());
        return screen;
    }
}
