package org.seatside.admin.ui;

/// The role a colour plays; the themes give it its colour. A role never stands without its icon and word.
public enum Role {
    PRESENT("present"),
    LATE("late"),
    KNOWN("known"),
    REFUSED("refused"),
    HELP("help"),
    QUIET("quiet");

    private final String name;

    Role(String name) {
        this.name = name;
    }

    /// The style class that sets text and icon in this role: `role-present`, …
    public String styleClass() {
        return "role-" + name;
    }
}
