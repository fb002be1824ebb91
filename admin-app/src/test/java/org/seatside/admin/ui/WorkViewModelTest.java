package org.seatside.admin.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatside.fx.testing.SynchronousTasks;

class WorkViewModelTest {
    private static final Notice TITLE = Notice.news("undo");

    private final WorkViewModel model = new WorkViewModel(new SynchronousTasks());

    @Test
    void itTellsHowFarItIsAndHowItEnded() {
        List<Double> seen = new ArrayList<>();

        Work work = model.start(
                TITLE,
                progress -> {
                    progress.at(0.5, null);
                    seen.add(progress.progress().get());
                    return 7;
                },
                result -> Work.Result.of(Notice.done("table.count", result)));

        assertEquals(List.of(0.5), seen);
        assertEquals(Work.State.DONE, work.state().get());
        assertEquals(
                Work.Result.of(Notice.done("table.count", 7)), work.result().get());
        assertEquals(List.of(work), model.running());
    }

    @Test
    void cancelledWorkLearnsOfItWhenItTellsItsProgress() {
        Work work = model.start(
                TITLE,
                progress -> {
                    progress.cancel();
                    progress.at(0.5, null);
                    return 7;
                },
                _ -> Work.Result.of(Notice.done("undo")));

        assertEquals(Work.State.CANCELLED, work.state().get());
    }

    @Test
    void aFailureIsSaidInWordsAndStays() {
        Work work = model.start(
                TITLE,
                _ -> {
                    throw new WorkViewModel.FileFailure(Notice.failed("reason.missing"), new IOException("full"));
                },
                _ -> Work.Result.of(Notice.done("undo")));

        assertEquals(Work.State.FAILED, work.state().get());
        assertEquals(
                Work.Result.of(Notice.failed("reason.missing")), work.result().get());
        model.dismiss(work);
        assertTrue(model.running().isEmpty());
    }
}
