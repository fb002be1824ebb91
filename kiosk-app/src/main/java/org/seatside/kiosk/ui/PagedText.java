package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Paragraphs as large as wanted, on as many pages as that takes: nothing is cut, nothing scrolls, and nothing
/// is made smaller but what would not fit by a single word.
final class PagedText extends GivenPlace {
    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");
    private static final double STEP = 0.94;
    private static final double SMALLEST = 0.3;
    /// Of what is better smaller than divided.
    private static final double SMALLEST_WHOLE = 0.7;
    private static final double SPACING_EM = 0.3;

    private final VBox lines = new VBox();
    private final Label measure = new Label();
    private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(16);
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper pages = new ReadOnlyIntegerWrapper(1);
    private List<Block> blocks = List.of();
    private List<List<Line>> paged = List.of();
    private double wanted = 16;
    private double doneWidth = -1;
    private double doneHeight = -1;

    private record Line(String text, String styleClass, double size) {}

    PagedText() {
        getStyleClass().add("paged");
        measure.setWrapText(true);
        measure.setVisible(false);
        measure.setManaged(false);
        getChildren().addAll(lines, measure);
    }

    /// Font size of body text, in pixels.
    ReadOnlyDoubleProperty em() {
        return em.getReadOnlyProperty();
    }

    /// From 0.
    ReadOnlyIntegerProperty page() {
        return page.getReadOnlyProperty();
    }

    ReadOnlyIntegerProperty pages() {
        return pages.getReadOnlyProperty();
    }

    void align(Pos position) {
        lines.setAlignment(position);
    }

    /// @param pixels font size of body text
    void want(double pixels) {
        wanted = pixels;
        again();
    }

    /// @param lines whether lines stand closer, as large ones may
    void tight(boolean lines) {
        pseudoClassStateChanged(TIGHT, lines);
    }

    void show(List<Block> content) {
        List<Block> shown =
                content.stream().filter(block -> !block.text().isBlank()).toList();
        if (!shown.equals(blocks)) {
            blocks = shown;
            page.set(0);
        }
        again();
    }

    /// To the next page, after the last to the first.
    void turn() {
        page.set((page.get() + 1) % pages.get());
        fill();
        requestLayout();
    }

    /// Whether the last page is in sight.
    boolean atEnd() {
        return page.get() + 1 >= pages.get();
    }

    /// Divides anew for this place at once, so that whoever lays this out knows how many pages there are.
    int pagesAt(double width, double height) {
        resize(width, height);
        layoutChildren();
        return pages.get();
    }

    /// The text of the page in sight.
    String textInSight() {
        return String.join(
                " ",
                lines.getChildren().stream()
                        .map(each -> ((Label) each).getText())
                        .toList());
    }

    /// Shows or hides the paragraphs of a style, leaving their place.
    void reveal(String styleClass, boolean visible) {
        lines.getChildren().stream()
                .filter(each -> each.getStyleClass().contains(styleClass))
                .forEach(each -> each.setVisible(visible));
    }

    private void again() {
        doneWidth = -1;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        if (width != doneWidth || height != doneHeight) {
            doneWidth = width;
            doneHeight = height;
            divide(width, height);
        }
        lines.resizeRelocate(0, 0, width, height);
    }

    private void divide(double width, double height) {
        double size = Texts.shrink(wanted, wanted * SMALLEST, STEP, this::draw, () -> wordsFit(width, height));
        lines.setSpacing(Math.rint(size * SPACING_EM));
        paged = paginate(width, height, lines.getSpacing());
        pages.set(Math.max(1, paged.size()));
        page.set(Math.min(page.get(), pages.get() - 1));
        fill();
    }

    private void draw(double size) {
        em.set(size);
        Texts.size(this, size);
        applyCss();
    }

    private boolean wordsFit(double width, double height) {
        for (Block block : blocks) {
            double least = block.whole() ? SMALLEST_WHOLE : 0;
            for (String word : Texts.words(block.text())) {
                style(new Line(word, block.styleClass(), least));
                if (measure.prefWidth(-1) > width || measure.prefHeight(-1) > height) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<List<Line>> paginate(double width, double height, double spacing) {
        List<List<Line>> done = new ArrayList<>();
        List<Line> current = new ArrayList<>();
        double used = 0;
        for (Block block : blocks) {
            Line left = line(block, width, height);
            while (!left.text().isEmpty()) {
                double needed = height(left, width);
                double gap = current.isEmpty() ? 0 : spacing;
                if (used + gap + needed <= height) {
                    current.add(left);
                    used += gap + needed;
                    break;
                }
                if (!current.isEmpty()) {
                    done.add(current);
                    current = new ArrayList<>();
                    used = 0;
                    continue;
                }
                int end = fitting(left, width, height);
                done.add(List.of(new Line(left.text().substring(0, end).strip(), left.styleClass(), left.size())));
                left = new Line(left.text().substring(end).strip(), left.styleClass(), left.size());
            }
        }
        if (!current.isEmpty()) {
            done.add(current);
        }
        return done;
    }

    private Line line(Block block, double width, double height) {
        if (!block.whole()) {
            return new Line(block.text(), block.styleClass(), 0);
        }
        for (double size = block.largest(); size > SMALLEST_WHOLE; size *= STEP) {
            Line tried = new Line(block.text(), block.styleClass(), size);
            if (wordsOf(tried, width) && height(tried, width) <= height) {
                return tried;
            }
        }
        return new Line(block.text(), block.styleClass(), SMALLEST_WHOLE);
    }

    private boolean wordsOf(Line line, double width) {
        for (String word : Texts.words(line.text())) {
            style(new Line(word, line.styleClass(), line.size()));
            if (measure.prefWidth(-1) > width) {
                return false;
            }
        }
        return true;
    }

    /// How many characters of the text fill a page; at least one word.
    private int fitting(Line line, double width, double height) {
        int end = line.text().length();
        for (int next = line.text().indexOf(' '), last = -1;
                ;
                last = next, next = line.text().indexOf(' ', next + 1)) {
            int stop = next < 0 ? end : next;
            Line part = new Line(line.text().substring(0, stop), line.styleClass(), line.size());
            if (height(part, width) > height) {
                return last < 0 ? stop : last;
            }
            if (next < 0) {
                return end;
            }
        }
    }

    private double height(Line line, double width) {
        style(line);
        return measure.prefHeight(width);
    }

    private void style(Line line) {
        dress(measure, line);
        measure.applyCss();
    }

    private static void dress(Label label, Line line) {
        label.getStyleClass().setAll("label", line.styleClass());
        label.setStyle(line.size() > 0 ? String.format(Locale.ROOT, "-fx-font-size: %.2fem;", line.size()) : "");
        label.setText(line.text());
    }

    private void fill() {
        List<Line> shown = paged.isEmpty() ? List.of() : paged.get(page.get());
        lines.getChildren()
                .setAll(shown.stream()
                        .map(line -> {
                            Label label = new Label();
                            label.setWrapText(true);
                            label.setMinHeight(USE_PREF_SIZE);
                            dress(label, line);
                            return label;
                        })
                        .toList());
        lines.applyCss();
    }
}
