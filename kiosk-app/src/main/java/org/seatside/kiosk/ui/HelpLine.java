package org.seatside.kiosk.ui;

import java.util.function.Consumer;

/// The way to staff. Neither method blocks.
public interface HelpLine {
    /// Calls staff to this kiosk; while a call is open, asks how far it has come.
    ///
    /// @param progress called on any thread, with every stage the call comes to
    void call(Consumer<HelpStage> progress);

    /// Takes the call back.
    void cancel();
}
