package org.seatside.kiosk.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.seatside.fx.Messages;
import org.seatside.model.attendance.MaskedStudent;

/// An outcome, as large as it goes: the icon, and beside it (above it on a tall screen) word, who, when and
/// where, what next. Large text takes several pages.
final class OutcomePane extends GivenPlace {
    private static final String STUDENT = "outcome-student";
    private static final double WORD_EM = 2;
    private static final double ICON_SHARE = 0.24;
    private static final double ICON_SHARE_BESIDE_LARGE_TEXT = 0.14;
    private static final double ICON_FILLS = 0.66;
    private static final double MARGIN = 20;
    private static final PseudoClass TALL = PseudoClass.getPseudoClass("tall");

    /// Words too long for the size of the others.
    private static final double SENTENCE_WORD_EM = 1.5625;

    private final StageText text;
    private final FontIcon icon = new FontIcon("mdi2c-check-bold");
    private final StackPane iconPlace = new StackPane(icon);
    private boolean nameVisible = true;
    private double scale = 1;
    private double controlsFrom;

    OutcomePane(Messages messages) {
        text = new StageText(messages);
        getStyleClass().add("outcome");
        icon.getStyleClass().setAll("kiosk-icon");
        getChildren().addAll(iconPlace, text);
    }

    StageText text() {
        return text;
    }

    void show(OutcomePresentation outcome, Messages messages) {
        MaskedStudent named = outcome.student();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(outcome.word().in(messages), "outcome-word", WORD_EM));
        blocks.add(Block.of(named == null ? "" : named.name() + "  ·  " + named.numberTail(), STUDENT));
        blocks.add(Block.of(outcome.where(), "where"));
        blocks.add(Block.of(outcome.next().in(messages), "sentence"));
        show(outcome.role(), outcome.icon(), blocks);
    }

    void show(StageContent.Notice notice, Messages messages) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block(notice.headline().in(messages), "outcome-word", SENTENCE_WORD_EM));
        notice.sentences().forEach(sentence -> blocks.add(Block.of(sentence.in(messages), "sentence")));
        show(notice.role(), notice.icon(), blocks);
    }

    private void show(Role role, String iconName, List<Block> blocks) {
        Set<String> roles = Arrays.stream(Role.values()).map(Role::styleClass).collect(Collectors.toSet());
        getStyleClass().removeAll(roles);
        getStyleClass().add(role.styleClass());
        icon.setIconLiteral(iconName);
        text.show(blocks);
        setAccessibleText(blocks.stream()
                .filter(block ->
                        !block.styleClass().equals(STUDENT) && !block.text().isEmpty())
                .map(Block::text)
                .collect(Collectors.joining(". ")));
        requestLayout();
    }

    /// The name leaves, its place stays.
    void nameVisible(boolean visible) {
        nameVisible = visible;
        text.reveal(STUDENT, visible);
    }

    void want(double body, double textScale) {
        scale = textScale;
        text.want(body, textScale);
        requestLayout();
    }

    void controlsFrom(double y) {
        controlsFrom = y;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        boolean wide = width >= height;
        text.align(wide ? Pos.CENTER_LEFT : Pos.TOP_CENTER);
        pseudoClassStateChanged(TALL, !wide);
        double share = scale > 1 ? ICON_SHARE_BESIDE_LARGE_TEXT : ICON_SHARE;
        double place = Math.rint((wide ? width : height) * share);
        double side = wide ? Math.min(place, height) : Math.min(place, width);
        icon.setIconSize((int) Math.max(1, side * (scale > 1 ? 0.9 : ICON_FILLS)));
        if (wide) {
            iconPlace.resizeRelocate(MARGIN, MARGIN, place, height);
            text.resizeRelocate(MARGIN + place + MARGIN, MARGIN, width - place - MARGIN, height);
            text.controlsFrom(controlsFrom - MARGIN);
        } else {
            iconPlace.resizeRelocate(MARGIN, MARGIN, width, place);
            text.resizeRelocate(MARGIN, MARGIN + place, width, height - place);
            text.controlsFrom(controlsFrom - MARGIN - place);
        }
        text.layout();
        text.reveal(STUDENT, nameVisible);
    }
}
