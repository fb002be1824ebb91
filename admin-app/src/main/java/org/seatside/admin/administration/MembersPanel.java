package org.seatside.admin.administration;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.NodeStatus;

/// The nodes that keep the log: which of them leads, which is silent, and the two things done to them by hand.
final class MembersPanel {
    /// A node that is there speaks many times a second.
    private static final long SILENT_MILLIS = 5_000;

    private final NodeStatusViewModel model;
    private final Widgets widgets;

    MembersPanel(NodeStatusViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
    }

    Node of(NodeStatus status) {
        VBox box = new VBox(widgets.label("node.members", "type-lead"));
        box.getStyleClass().addAll("panel", "lines");
        if (status.members().size() < 2) {
            box.getChildren().add(widgets.label("node.alone", "type-small", "quiet"));
            return box;
        }
        status.members().forEach(member -> box.getChildren().add(row(member)));
        box.getChildren().add(widgets.label("node.members.how", "type-small", "quiet"));
        return box;
    }

    private Node row(NodeStatus.Member member) {
        Label name = widgets.name(member.id(), "strong", "figures");
        Label address = widgets.name(member.address(), "quiet", "figures");
        FlowPane row = new FlowPane(name, address, widgets.mark(mark(member)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("panel-row", "actions");
        if (member.id().equals(model.leaving().get())) {
            row.getChildren()
                    .addAll(
                            widgets.label(widgets.messages().text("node.member.remove.ask", member.id())),
                            button("node.member.remove.yes", member, () -> model.remove(member.id()), "danger"),
                            button("node.member.remove.no", member, model::keep, null));
        } else if (!member.leads()) {
            row.getChildren()
                    .addAll(
                            button("node.member.lead", member, () -> model.lead(member.id()), null),
                            button("node.member.remove", member, () -> model.askToRemove(member.id()), null));
        }
        return row;
    }

    private Node button(String key, NodeStatus.Member member, Runnable action, @Nullable String style) {
        var button = style == null ? widgets.button(key, null, action) : widgets.button(key, null, action, style);
        button.setAccessibleText(button.getText().replace("_", "") + ", " + member.id());
        button.disableProperty().bind(model.working());
        return button;
    }

    private static Mark mark(NodeStatus.Member member) {
        Long silent = member.silentMillis();
        if (member.leads()) {
            return new Mark(Glyphs.WELL, "node.member.leads", Role.PRESENT);
        }
        if (silent != null && silent > SILENT_MILLIS) {
            return new Mark(Glyphs.NO_LINK, "node.member.silent", Role.REFUSED);
        }
        return new Mark(Glyphs.WELL, member.witness() ? "node.member.witness" : "node.member.follows", Role.PRESENT);
    }
}
