package org.seatside.admin.administration;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Widgets;
import org.seatside.client.NodeException;
import org.seatside.model.api.NodeAuthority;

/// The authority that vouches for the campus's nodes, whose pin every client carries, and the way to the next one.
/// Not there on a node that looks after none.
final class AuthorityView {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final NodeLink link;
    private final Widgets widgets;
    private final ZoneId zone;
    private final VBox content = new VBox();

    AuthorityView(NodeLink link, Widgets widgets, ZoneId zone) {
        this.link = link;
        this.widgets = widgets;
        this.zone = zone;
        content.getStyleClass().addAll("panel", "form");
        show(null, null);
    }

    /// Asks the node anew.
    void load() {
        link.ask(
                () -> link.client().node().authority(),
                found -> show(found, null),
                failure -> show(null, failure.kind() == NodeException.Kind.NOT_FOUND ? null : Notice.of(failure)),
                () -> {});
    }

    private void show(@Nullable NodeAuthority authority, @Nullable Notice said) {
        content.setVisible(authority != null || said != null);
        content.setManaged(content.isVisible());
        content.getChildren().setAll(widgets.label("authority.title", "type-lead"));
        if (said != null) {
            content.getChildren()
                    .add(widgets.label(widgets.words(widgets.messages().language(), _ -> said.in(widgets.messages()))));
        }
        if (authority == null) {
            return;
        }
        content.getChildren().addAll(widgets.label("authority.pin", "quiet"), widgets.name(authority.pin(), "figures"));
        Instant at = authority.nextAt();
        if (at != null) {
            content.getChildren()
                    .add(widgets.label(
                            widgets.messages().text("authority.next", TIME.format(at.atZone(zone))), "strong"));
            return;
        }
        content.getChildren()
                .addAll(
                        widgets.label("authority.replace.why", "type-small", "quiet"),
                        new EntryFormView(replacing(authority), widgets, "authority.replace", null, "plain").content());
    }

    /// Pressing it begins weeks in which both are good: nothing stops working at once, so nothing more is
    /// asked.
    private EntryForm<NodeAuthority> replacing(NodeAuthority now) {
        return new EntryForm<>(
                link, List.of(), () -> now, (_, id) -> link.client().node().rotateAuthority(id), _ -> load());
    }

    Node content() {
        return content;
    }
}
