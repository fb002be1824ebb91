package org.seatside.kiosk.ui;

import java.util.function.Consumer;

/// A call goes as far as the test lets it.
final class FakeHelpLine implements HelpLine {
    int calls;
    int cancels;
    Consumer<HelpStage> progress = _ -> {};

    @Override
    public void call(Consumer<HelpStage> listener) {
        calls++;
        progress = listener;
    }

    @Override
    public void cancel() {
        cancels++;
    }
}
