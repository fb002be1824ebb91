package org.seatside.admin.ui;

import org.jspecify.annotations.Nullable;

/// Where something is mended.
///
/// @param part of the page, by a name that [Page#goTo] knows; null for the page as it is
public record Destination(Screen screen, @Nullable String part) {
    public static Destination of(Screen screen) {
        return new Destination(screen, null);
    }

    public static Destination of(Screen screen, String part) {
        return new Destination(screen, part);
    }
}
