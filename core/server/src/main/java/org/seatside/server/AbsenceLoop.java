package org.seatside.server;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.seatside.service.attendance.AbsenceService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks every minute for meetings that are over and can be closed.
final class AbsenceLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AbsenceLoop.class);
    private static final long EVERY_SECONDS = 60;

    private final AbsenceService absences;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    AbsenceLoop(AbsenceService absences) {
        this.absences = absences;
        thread = Thread.ofVirtual().name("absences").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(EVERY_SECONDS, TimeUnit.SECONDS)) {
                round();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            int meetings = absences.round();
            if (meetings > 0) {
                LOG.info("closed {} meetings", meetings);
            }
        } catch (RuntimeException e) {
            LOG.warn("meetings could not be closed, the next look is in a minute", e);
        }
    }

    /// Returns when the loop has ended.
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(5_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
