package org.seatside.admin.shell;

/// The tasks of the app, in the order of the navigation.
public enum Screen {
    TODAY("nav.today"),
    STUDENTS("nav.students"),
    ROOMS("nav.rooms"),
    KIOSKS("nav.kiosks");

    private final String key;

    Screen(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
