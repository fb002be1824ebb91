package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.seatside.fx.Messages;

/// Buttons in rows, on as many pages as they take at the wanted size.
final class ChoicePane extends GivenPlace {
    private static final double LEAST_WIDTH_EM = 8.2;
    private static final double LEAST_WIDTH_LARGE_EM = 6.4;
    private static final double LEAST_HEIGHT_EM = 1.8;
    private static final double GAP_EM = 0.4;
    private static final int MOST_COLUMNS = 4;
    private static final double MOST_GROWTH = 1.6;
    private static final double STEP = 0.94;
    private static final double SMALLEST = 0.5;

    private final Messages messages;
    private final Label headline = new Label();
    private final List<Choice> choices = new ArrayList<>();
    private final List<Button> buttons = new ArrayList<>();
    private final ReadOnlyDoubleWrapper em = new ReadOnlyDoubleWrapper(16);
    private final PageTurner turner = new PageTurner(this::turn);
    private Runnable onTurn = () -> {};
    private double wanted = 16;
    private boolean large;
    private double controlsFrom;
    private int page;
    private int pages = 1;

    private record Grid(int columns, int rows, double width, double height) {
        int places() {
            return columns * rows;
        }
    }

    ChoicePane(Messages messages) {
        this.messages = messages;
        getStyleClass().add("choices");
        headline.getStyleClass().add("headline");
        headline.setWrapText(true);
        getChildren().addAll(headline, turner);
    }

    void onTurn(Runnable listener) {
        onTurn = listener;
    }

    private void turn() {
        page++;
        requestLayout();
        onTurn.run();
    }

    /// In place of the choices there were.
    void show(String headlineText, List<Choice> shown) {
        headline.setText(headlineText);
        boolean same = ids(shown).equals(ids(choices));
        choices.clear();
        choices.addAll(shown);
        if (same) {
            // The keyboard stays where it is.
            for (int i = 0; i < choices.size(); i++) {
                Choice choice = choices.get(i);
                buttons.get(i).setOnAction(_ -> choice.action().run());
            }
        } else {
            getChildren().removeAll(buttons);
            buttons.clear();
            choices.forEach(choice -> buttons.add(button(choice)));
            getChildren().addAll(1, buttons);
            page = 0;
        }
        relabel();
    }

    private static List<String> ids(List<Choice> choices) {
        return choices.stream().map(Choice::id).toList();
    }

    private Button button(Choice choice) {
        Button button = new Button();
        button.setId(choice.id());
        button.getStyleClass().add("action");
        button.setWrapText(true);
        button.setMnemonicParsing(false);
        button.setGraphic(Icons.icon(choice.icon(), em, 1));
        button.setOnAction(_ -> choice.action().run());
        return button;
    }

    void relabel() {
        for (int i = 0; i < choices.size(); i++) {
            buttons.get(i).setText(choices.get(i).text().get().in(messages));
        }
        requestLayout();
    }

    /// In their order; the first gets the keyboard first. None before there are choices.
    List<Button> buttons() {
        return buttons;
    }

    void want(double body, double scale) {
        wanted = body * Math.min(MOST_GROWTH, scale);
        large = scale > 1;
        turner.want(body, scale);
        requestLayout();
    }

    void controlsFrom(double y) {
        controlsFrom = y;
        requestLayout();
    }

    /// To the next page, unless this is the last.
    boolean turnOn() {
        if (page + 1 >= pages) {
            return false;
        }
        page++;
        requestLayout();
        return true;
    }

    void firstPage() {
        page = 0;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double top = Math.max(0, controlsFrom);
        double height = getHeight() - top;
        draw(wanted);
        Grid onOnePage = roomiest(getWidth(), height);
        boolean turns = onOnePage.places() < buttons.size();
        double button = turns ? turner.wantedWidth() : 0;
        Grid grid = turns ? roomiest(getWidth() - button, height) : onOnePage;
        double size = Texts.shrink(wanted, wanted * SMALLEST, STEP, this::draw, () -> fits(grid));
        place(grid, top);
        pages = pages(grid);
        turner.show(page % pages, pages, height, messages);
        turner.resizeRelocate(getWidth() - button * 0.88, top, button * 0.88, height);
        headline.setVisible(top > size * 1.5);
        headline.resizeRelocate(0, 0, getWidth(), Math.max(0, top - size * GAP_EM));
    }

    private void draw(double size) {
        em.set(size);
        Texts.size(this, size);
        applyCss();
    }

    /// The most places in which every text fits at the wanted size: another page is better than smaller letters.
    private Grid roomiest(double width, double height) {
        Grid most = grid(width, height);
        Grid best = most;
        boolean found = fits(most);
        for (int columns = most.columns(); columns >= 1 && !found; columns--) {
            for (int rows = most.rows(); rows >= 1 && !found; rows--) {
                Grid tried = of(columns, rows, width, height);
                if (fits(tried)) {
                    best = tried;
                    found = true;
                }
            }
        }
        return best;
    }

    /// As many columns and rows as the wanted size leaves room for, no more than are needed.
    private Grid grid(double width, double height) {
        double gap = Math.rint(wanted * GAP_EM);
        int columns = (int) Math.clamp(
                (width + gap) / (wanted * (large ? LEAST_WIDTH_LARGE_EM : LEAST_WIDTH_EM) + gap), 1, MOST_COLUMNS);
        int rows = (int) Math.max(1, (height + gap) / (wanted * LEAST_HEIGHT_EM + gap));
        int needed = (buttons.size() + columns - 1) / columns;
        rows = Math.max(1, Math.min(rows, needed));
        return of(columns, rows, width, height);
    }

    private Grid of(int columns, int rows, double width, double height) {
        double gap = Math.rint(wanted * GAP_EM);
        return new Grid(columns, rows, (width + gap) / columns - gap, (height + gap) / rows - gap);
    }

    private boolean fits(Grid grid) {
        for (Button button : buttons) {
            if (button.prefHeight(grid.width()) > grid.height() || longestWord(button) > grid.width()) {
                return false;
            }
        }
        return true;
    }

    private double longestWord(Button button) {
        double longest = 0;
        for (String word : Texts.words(button.getText())) {
            longest = Math.max(longest, Texts.width(word, button.getFont()));
        }
        return longest + em.get() * 2.4;
    }

    private int pages(Grid grid) {
        return Math.max(1, (buttons.size() + grid.places() - 1) / grid.places());
    }

    private void place(Grid grid, double top) {
        double gap = Math.rint(wanted * GAP_EM);
        int first = page % pages(grid) * grid.places();
        for (int i = 0; i < buttons.size(); i++) {
            Button button = buttons.get(i);
            int at = i - first;
            boolean shown = at >= 0 && at < grid.places();
            button.setVisible(shown);
            if (shown) {
                int row = at / grid.columns();
                double x = at % grid.columns() * (grid.width() + gap);
                double y = top + row * (grid.height() + gap);
                button.resizeRelocate(Math.rint(x), Math.rint(y), Math.floor(grid.width()), Math.floor(grid.height()));
            }
        }
    }
}
