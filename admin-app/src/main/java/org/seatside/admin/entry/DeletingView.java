package org.seatside.admin.entry;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.Topic;

/// The button that asks whether to delete an entry, and the question with what depends on it in its place.
public final class DeletingView<E> {
    private final Deleting<E> model;
    private final E entry;
    private final Widgets widgets;
    private final VBox content = new VBox();
    private boolean asking;

    /// @param close once it is gone
    public DeletingView(Deleting<E> model, E entry, Widgets widgets, Runnable close) {
        this.model = model;
        this.entry = entry;
        this.widgets = widgets;
        model.asked().addListener((_, before, now) -> {
            boolean mine = before != null && before.entry().equals(entry);
            show();
            if (mine && now == null && model.busy().get()) {
                close.run();
            }
        });
        show();
    }

    private void show() {
        EntryList.Asked<E> asked = model.asked().get();
        content.getStyleClass().setAll("form");
        if (asked == null || !asked.entry().equals(entry)) {
            content.getChildren().setAll(widgets.button("entry.delete", Glyphs.REVOKE, () -> model.ask(entry)));
            if (asking) {
                content.getChildren().getFirst().requestFocus();
            }
            asking = false;
            return;
        }
        asking = true;
        content.getStyleClass().addAll("panel", Role.REFUSED.styleClass() + "-edge");
        question(asked);
    }

    private void question(EntryList.Asked<E> asked) {
        Button keep = widgets.button("entry.keep", null, model::keep);
        FlowPane ways = new FlowPane();
        ways.getStyleClass().add("actions");
        if (asked.free()) {
            Button delete = widgets.button("entry.delete.yes", Glyphs.REVOKE, model::delete, "danger");
            delete.disableProperty().bind(model.busy());
            ways.getChildren().add(delete);
        }
        ways.getChildren().add(keep);
        content.getChildren()
                .setAll(
                        widgets.label(widgets.messages().text("entry.delete.ask", asked.name()), "strong"),
                        why(asked.dependents()),
                        ways);
        keep.requestFocus();
    }

    private Label why(@Nullable Map<Topic, Long> dependents) {
        if (dependents == null) {
            return widgets.label("today.asking", "quiet");
        }
        return dependents.isEmpty()
                ? widgets.label("entry.delete.free")
                : widgets.label(widgets.words(
                        widgets.messages().language(),
                        _ -> widgets.messages().now("entry.delete.held", held(dependents))));
    }

    private String held(Map<Topic, Long> dependents) {
        return dependents.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(held -> widgets.messages()
                        .now("entry.held", TopicWords.of(held.getKey(), widgets.messages()), held.getValue()))
                .collect(Collectors.joining(", "));
    }

    public Node content() {
        return content;
    }
}
