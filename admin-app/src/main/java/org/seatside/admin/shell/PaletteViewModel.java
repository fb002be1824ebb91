package org.seatside.admin.shell;

import java.text.Normalizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.NodeLink;
import org.seatside.fx.Messages;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.SearchHit;

/// One box over everything: pages, what can be begun, and what the node finds. Commands are there at once; finds
/// come as the node answers, and of several answers under way only the last counts.
public final class PaletteViewModel {
    /// Wait after a keystroke before the node is asked.
    static final Duration PAUSE = Duration.ofMillis(60);

    private static final int HITS = 12;

    private final NodeLink link;
    private final Messages messages;
    private final List<Command> commands;
    private final Opener opener;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Entry> entries = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private List<SearchHit> hits = List.of();
    private TaskRunner.@Nullable Scheduled typing;
    private int turn;

    /// @param commands pages and actions, in the order in which they are offered
    public PaletteViewModel(NodeLink link, Messages messages, List<Command> commands, Opener opener) {
        this.link = link;
        this.messages = messages;
        this.commands = List.copyOf(commands);
        this.opener = opener;
        query.addListener((_, _, _) -> typed());
        messages.language().addListener((_, _, _) -> show());
    }

    public void open() {
        query.set("");
        show();
        open.set(true);
    }

    public void close() {
        turn++;
        hits = List.of();
        asking.set(false);
        open.set(false);
    }

    /// Does what the entry stands for.
    public void choose(Entry entry) {
        close();
        entry.run().run();
    }

    private void typed() {
        TaskRunner.Scheduled pending = typing;
        if (pending != null) {
            pending.cancel();
        }
        if (query.get().isBlank()) {
            turn++;
            hits = List.of();
            asking.set(false);
        } else {
            asking.set(true);
            typing = link.tasks().after(PAUSE, this::ask);
        }
        show();
    }

    private void ask() {
        int asked = ++turn;
        String wanted = query.get().strip();
        link.ask(
                () -> link.client().search(wanted, HITS),
                found -> {
                    if (asked == turn) {
                        hits = found;
                    }
                },
                _ -> {
                    if (asked == turn) {
                        // The banner says that the node is lost; commands stay.
                        hits = List.of();
                    }
                },
                () -> {
                    if (asked == turn) {
                        asking.set(false);
                        show();
                    }
                });
    }

    private void show() {
        List<Entry> shown = new ArrayList<>();
        String wanted = plain(query.get());
        commands.stream()
                .filter(command -> wanted.isEmpty() || said(command).anyMatch(text -> text.contains(wanted)))
                .map(command -> new Entry(
                        said(messages.now(command.key())),
                        command.groupKey().map(messages::now).orElse(""),
                        command.icon(),
                        command.shortcut(),
                        command.run()))
                .forEach(shown::add);
        for (SearchHit hit : hits) {
            opener.opening(hit).ifPresent(run -> shown.add(new Entry(hit.title(), hit.detail(), icon(hit), "", run)));
        }
        entries.setAll(shown);
    }

    /// A command is found by its words in either language.
    private Stream<String> said(Command command) {
        return Messages.LANGUAGES.stream().map(language -> plain(messages.in(language, command.key())));
    }

    /// Without the letter for the keyboard, which is a button's.
    private static String said(String text) {
        return text.replaceAll("\\(_.\\)", "").replace("_", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace(" ", "");
    }

    private static Ikon icon(SearchHit hit) {
        return switch (hit.kind()) {
            case STUDENT, LECTURER, CONTACT -> Glyphs.STUDENTS;
            case ROOM, FACILITY -> Glyphs.ROOMS;
            case SECTION -> Glyphs.ATTENDANCE;
        };
    }

    public StringProperty query() {
        return query;
    }

    /// Commands first, then finds, the best first.
    public ObservableList<Entry> entries() {
        return entries;
    }

    public ReadOnlyBooleanProperty isOpen() {
        return open.getReadOnlyProperty();
    }

    /// Whether the node has not answered yet to what was typed.
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    /// What can be done without the node.
    ///
    /// @param group key of where it belongs; null for a page itself
    /// @param shortcut as it is written; empty for none
    public record Command(String key, @Nullable String group, Ikon icon, String shortcut, Runnable run) {
        Optional<String> groupKey() {
            return Optional.ofNullable(group);
        }
    }

    /// A line of the palette in the language shown.
    public record Entry(String title, String detail, Ikon icon, String shortcut, Runnable run) {}

    /// How a find is shown; empty where no page shows it.
    @FunctionalInterface
    public interface Opener {
        Optional<Runnable> opening(SearchHit hit);
    }
}
