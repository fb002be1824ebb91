package org.seatside.model.broken;

import org.h2.util.StringUtils;

/// A word of the domain that knows a database.
record Storable(String name) {
    String column() {
        return StringUtils.toUpperEnglish(name);
    }
}
