package org.seatside.admin.insight;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import javafx.collections.ListChangeListener;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.FileDialogs;
import org.seatside.admin.ui.FollowingScroll;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Page;
import org.seatside.admin.ui.StackingPane;
import org.seatside.admin.ui.Widgets;

/// All charts of a stretch of days, each with its table and a way to take it along.
public final class InsightView implements Page {
    private static final double TABLE_EM = 12;

    private final InsightViewModel model;
    private final Display display;
    private final FileDialogs dialogs;
    private final Widgets widgets;
    private final Typed<LocalDate> from = Typed.day("insight.from", null);
    private final Typed<LocalDate> until = Typed.day("insight.until", null);
    private final TextField first = new TextField();
    private final VBox charts = new VBox();
    private final ScrollPane content;

    public InsightView(InsightViewModel model, Display display, FileDialogs dialogs) {
        this.model = model;
        this.display = display;
        this.dialogs = dialogs;
        this.widgets = new Widgets(display);
        charts.getStyleClass().add("form");
        VBox page = new VBox(
                widgets.label("insight.charts.title", "type-head"),
                days(),
                widgets.notice(model.notice(), null),
                folder(),
                charts);
        page.getStyleClass().add("page");
        VBox.setVgrow(charts, Priority.ALWAYS);
        content = FollowingScroll.of(page);
        model.figures().addListener((ListChangeListener<Figure>) _ -> show());
        model.span().addListener((_, _, now) -> fill(now));
        display.messages().language().addListener((_, _, _) -> show());
        display.scale().addListener((_, _, _) -> show());
        fill(model.span().get());
        show();
    }

    private void fill(InsightViewModel.Span span) {
        from.with(span.from());
        until.with(span.until());
    }

    private Node days() {
        TextField last = new TextField();
        Widgets.bind(first, from.text());
        Widgets.bind(last, until.text());
        first.setOnAction(_ -> look());
        last.setOnAction(_ -> look());
        FlowPane row = new FlowPane(
                widgets.field("insight.from", first, null, from.error()),
                widgets.field("insight.until", last, null, until.error()),
                widgets.button("insight.show", null, this::look, "accent"),
                widgets.button("insight.week", null, () -> model.lastDays(7)),
                widgets.button("insight.month", null, () -> model.lastDays(30)),
                widgets.button("insight.half", null, () -> model.lastDays(182)),
                widgets.busy(model.busy()));
        row.setRowValignment(javafx.geometry.VPos.BOTTOM);
        row.getStyleClass().add("actions");
        return row;
    }

    private void look() {
        boolean begins = from.check();
        boolean ends = until.check();
        if (begins && ends) {
            model.show(new InsightViewModel.Span(from.value(), until.value()));
        }
    }

    private Node folder() {
        Button open = widgets.button("print.openFolder", Glyphs.FOLDER, () -> {
            var file = model.saved().get();
            if (file != null && file.getParent() != null) {
                dialogs.show(file.getParent());
            }
        });
        open.visibleProperty().bind(model.saved().isNotNull());
        open.managedProperty().bind(open.visibleProperty());
        return open;
    }

    private void show() {
        charts.getChildren().clear();
        if (!model.loaded().get()) {
            charts.getChildren().add(widgets.label("today.asking", "quiet"));
            return;
        }
        if (model.figures().stream().allMatch(figure -> figure.most() == 0)) {
            charts.getChildren().add(widgets.empty(Glyphs.LIST, "insight.empty.head", "insight.empty.body"));
            return;
        }
        model.figures().forEach(figure -> charts.getChildren().add(panel(figure)));
    }

    private Node panel(Figure figure) {
        FigureView view = new FigureView(figure, display);
        Region drawing = view.drawing();
        Button picture =
                widgets.button("insight.png", MaterialDesignF.FILE_IMAGE_OUTLINE, () -> savePicture(figure, drawing));
        Button csv = widgets.button("insight.csv", MaterialDesignT.TABLE_ARROW_DOWN, () -> saveCsv(figure));
        named(picture, "insight.png.of", figure);
        named(csv, "insight.csv.of", figure);
        FlowPane ways = new FlowPane(picture, csv);
        ways.getStyleClass().add("actions");
        VBox side = new VBox(view.table(), ways);
        side.getStyleClass().add("form");
        StackingPane parts = new StackingPane(drawing, side, display, TABLE_EM + 5);
        VBox panel = new VBox(parts);
        panel.getStyleClass().add("panel");
        return panel;
    }

    private void named(Button button, String key, Figure figure) {
        button.accessibleTextProperty()
                .bind(widgets.words(
                        display.messages().language(),
                        _ -> display.messages().now(key, display.messages().now(figure.key()))));
    }

    private String fileName(Figure figure, String ending) {
        InsightViewModel.Span span = model.span().get();
        return display.messages().now(figure.key()) + " " + span.from() + " " + span.until() + ending;
    }

    private void saveCsv(Figure figure) {
        dialogs.saveFile(fileName(figure, ".csv")).ifPresent(file -> model.saveCsv(figure, file, display.messages()));
    }

    private void savePicture(Figure figure, Region drawing) {
        dialogs.saveFile(fileName(figure, ".png")).ifPresent(file -> model.savePicture(file, png(drawing)));
    }

    private static byte[] png(Region drawing) {
        SnapshotParameters twice = new SnapshotParameters();
        twice.setTransform(new javafx.scene.transform.Scale(2, 2));
        BufferedImage image = SwingFXUtils.fromFXImage(drawing.snapshot(twice, null), null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void enter() {
        model.load();
    }

    @Override
    public void leave() {}

    @Override
    public void add() {}

    @Override
    public void focusSearch() {
        first.requestFocus();
    }
}
