package org.seatside.admin.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Widgets;

/// A kind whose columns are texts; the first is its name.
public final class PlainKind<E> implements Kind<E> {
    private final Words words;
    private final Ikon icon;
    private final Widgets widgets;
    private final List<Text<E>> texts;
    private final BiFunction<@Nullable E, Runnable, List<Node>> details;

    /// @param texts at least two
    /// @param details for an entry or null, and what closes them
    public PlainKind(
            Words words,
            Ikon icon,
            Widgets widgets,
            List<Text<E>> texts,
            BiFunction<@Nullable E, Runnable, List<Node>> details) {
        this.words = words;
        this.icon = icon;
        this.widgets = widgets;
        this.texts = List.copyOf(texts);
        this.details = details;
    }

    /// Keys of the words of a kind.
    ///
    /// @param add null where nobody adds any
    /// @param addTitle of the details of a new one; null where nobody adds any
    public record Words(
            String title,
            String emptyHead,
            String emptyBody,
            @Nullable String add,
            @Nullable String addTitle) {}

    /// A column of text.
    ///
    /// @param key of its heading
    /// @param ems its width in heights of text
    public record Text<E>(String key, double ems, Function<E, String> of) {}

    @Override
    public String title() {
        return words.title();
    }

    @Override
    public Ikon icon() {
        return icon;
    }

    @Override
    public String emptyHead() {
        return words.emptyHead();
    }

    @Override
    public String emptyBody() {
        return words.emptyBody();
    }

    @Override
    public @Nullable String add() {
        return words.add();
    }

    @Override
    public List<Column<E>> columns() {
        List<Column<E>> columns = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Text<E> text = texts.get(i);
            Column<E> column = Column.of(text.key(), text.key(), text.ems(), text.of());
            columns.add(
                    i == 0
                            ? column.shownAs(entry -> widgets.name(text.of().apply(entry), "strong"))
                            : column.yields(i));
        }
        return columns;
    }

    @Override
    public String heading(@Nullable E entry) {
        String title = words.addTitle();
        if (entry != null) {
            return texts.getFirst().of().apply(entry);
        }
        return title == null ? "" : widgets.messages().now(title);
    }

    @Override
    public List<Node> details(@Nullable E entry, Runnable close) {
        return details.apply(entry, close);
    }
}
