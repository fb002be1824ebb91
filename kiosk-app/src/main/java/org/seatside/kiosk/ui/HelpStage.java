package org.seatside.kiosk.ui;

/// How far a call for staff has come.
public enum HelpStage {
    /// It is on its way to the node.
    CALLING("mdi2h-hand-wave-outline", "help.calling"),
    /// The node has it: staff are told.
    CALLED("mdi2h-hand-wave-outline", "help.called"),
    /// Somebody has read it.
    SEEN("mdi2e-eye-check-outline", "help.seen"),
    /// Somebody is on the way.
    COMING("mdi2w-walk", "help.coming"),
    /// Staff say that it is done.
    DONE("mdi2c-check-circle-outline", "help.done"),
    /// No node has it, so nobody knows.
    UNREACHABLE("mdi2p-phone-alert-outline", "help.unreachable");

    private final String icon;
    private final String text;

    HelpStage(String icon, String text) {
        this.icon = icon;
        this.text = text;
    }

    String icon() {
        return icon;
    }

    /// First part of its texts' keys.
    String text() {
        return text;
    }
}
