package org.seatside.admin.table;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Preferences;

/// How somebody likes one table: what it hides, sorts by, filters by. Kept as three short texts.
final class TableLayout {
    private final Preferences preferences;
    private final String name;

    /// @param name of the table
    TableLayout(Preferences preferences, String name) {
        this.preferences = preferences;
        this.name = name;
    }

    Set<String> hidden() {
        return set("hidden");
    }

    void hide(Set<String> columns) {
        put("hidden", columns);
    }

    Set<String> filters() {
        return set("filter");
    }

    void filter(Set<String> filters) {
        put("filter", filters);
    }

    Optional<Sorting> sorting() {
        return preferences
                .get(key("sort"))
                .filter(text -> text.length() > 1)
                .map(text -> new Sorting(text.substring(1), text.charAt(0) == '+'));
    }

    void sort(@Nullable Sorting sorting) {
        preferences.put(key("sort"), sorting == null ? "" : (sorting.ascending() ? "+" : "-") + sorting.column());
    }

    private Set<String> set(String what) {
        return preferences.get(key(what)).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void put(String what, Set<String> values) {
        preferences.put(key(what), String.join(",", values));
    }

    private String key(String what) {
        return "table." + name + "." + what;
    }

    record Sorting(String column, boolean ascending) {}
}
