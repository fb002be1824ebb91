package org.seatside.admin.ui;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What the app remembers of how somebody likes it, on this computer: columns, order, filters. Nothing about
/// students. Used on the JavaFX thread.
public interface Preferences {
    Optional<String> get(String key);

    void put(String key, String value);

    /// Remembers as long as the app runs.
    static Preferences inMemory() {
        Map<String, String> values = new HashMap<>();
        return new Preferences() {
            @Override
            public Optional<String> get(String key) {
                return Optional.ofNullable(values.get(key));
            }

            @Override
            public void put(String key, String value) {
                values.put(key, value);
            }
        };
    }
}
