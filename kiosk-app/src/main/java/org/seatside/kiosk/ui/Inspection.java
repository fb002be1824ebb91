package org.seatside.kiosk.ui;

/// What staff do with the camera from afar, and the kiosk shows while they do.
public enum Inspection {
    /// One picture is taken and sent to them.
    PICTURE("inspect.picture", "mdi2c-camera-outline"),
    /// They see whether codes are read. Nothing is recorded.
    TEST_SCAN("inspect.test", "mdi2q-qrcode-scan");

    private final String text;
    private final String icon;

    Inspection(String text, String icon) {
        this.text = text;
        this.icon = icon;
    }

    String text() {
        return text;
    }

    String icon() {
        return icon;
    }
}
