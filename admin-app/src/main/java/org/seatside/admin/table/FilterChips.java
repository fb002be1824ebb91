package org.seatside.admin.table;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Widgets;

/// The filters of a table as chips that are on or off; a check mark says so too, not colour alone.
final class FilterChips<S> {
    private final FlowPane content = new FlowPane();
    private final Map<Filter<S>, ToggleButton> chips = new LinkedHashMap<>();
    private final TableLayout layout;
    private final RowsViewModel<S> model;

    FilterChips(Widgets widgets, TableLayout layout, RowsViewModel<S> model, List<Filter<S>> filters) {
        this.layout = layout;
        this.model = model;
        Set<String> kept = layout.filters();
        content.getStyleClass().add("chips");
        for (Filter<S> filter : filters) {
            ToggleButton chip = new ToggleButton();
            chip.textProperty().bind(widgets.messages().text(filter.key()));
            chip.getStyleClass().add("chip");
            chip.selectedProperty()
                    .addListener((_, _, on) -> chip.setGraphic(on ? widgets.icon(Glyphs.CHOSEN, 1) : null));
            chip.setSelected(kept.contains(filter.id()));
            chip.setOnAction(_ -> changed());
            chips.put(filter, chip);
            content.getChildren().add(chip);
        }
        if (!chosen().isEmpty()) {
            model.filter(chosen());
        }
    }

    private void changed() {
        Set<Filter<S>> chosen = chosen();
        layout.filter(chosen.stream().map(Filter::id).collect(Collectors.toCollection(LinkedHashSet::new)));
        model.filter(chosen);
    }

    private Set<Filter<S>> chosen() {
        return chips.entrySet().stream()
                .filter(entry -> entry.getValue().isSelected())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    Node content() {
        return content;
    }
}
