package org.seatside.admin.kiosk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.TestScan;

class KioskActionsViewModelTest {
    @Test
    void aTestScanIsSaidWithWhatTheCameraGives() {
        assertEquals(
                Notice.done("kiosk.action.scan.read", 1, 230L, 1280, 720, 15L),
                KioskActionsViewModel.said(new TestScan("RUNNING", 1280, 720, 14.8, List.of(121), 230)));
        assertEquals(
                Notice.care("kiosk.action.scan.none", 640, 480, 5L),
                KioskActionsViewModel.said(new TestScan("RUNNING", 640, 480, 5, List.of(), 8_000)));
    }
}
