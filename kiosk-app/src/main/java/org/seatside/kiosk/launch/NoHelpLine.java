package org.seatside.kiosk.launch;

import java.util.function.Consumer;
import org.seatside.kiosk.ui.HelpLine;
import org.seatside.kiosk.ui.HelpStage;

/// Where no node takes calls: the visitor is told so, and where to go.
final class NoHelpLine implements HelpLine {
    @Override
    public void call(Consumer<HelpStage> progress) {
        progress.accept(HelpStage.UNREACHABLE);
    }

    @Override
    public void cancel() {
        // Nobody was called.
    }
}
