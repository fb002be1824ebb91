package org.seatside.kiosk.ui;

import java.util.Locale;

/// What an outcome means to who stands there; each has a colour under its name in the theme.
enum Role {
    PRESENT,
    LATE,
    KNOWN,
    REFUSED,
    /// Something is still to be shown.
    ASK,
    /// Staff are called.
    HELP;

    String styleClass() {
        return "role-" + name().toLowerCase(Locale.ROOT);
    }
}
