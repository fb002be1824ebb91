package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.seatside.client.LossWatch.Verdict.LOST;
import static org.seatside.client.LossWatch.Verdict.NOTHING_LOST;
import static org.seatside.client.LossWatch.Verdict.SUSPICIOUS;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.seatside.client.outbox.Progress;

final class LossWatchTest {
    private static final Progress TEN = new Progress(7, 10);

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private final LossWatch watch = new LossWatch(nanos::get);

    @Test
    void nodeThatHasAllAndNodeThatDoesNotSayLostNothing() {
        assertEquals(
                List.of(NOTHING_LOST, NOTHING_LOST, NOTHING_LOST),
                List.of(watch.heard(TEN, 10L), watch.heard(TEN, 12L), watch.heard(TEN, null)));
    }

    @Test
    void onlyTheSecondAnswerInARowCounts() {
        assertEquals(
                List.of(SUSPICIOUS, NOTHING_LOST, SUSPICIOUS, LOST),
                List.of(watch.heard(TEN, 9L), watch.heard(TEN, 10L), watch.heard(TEN, 4L), watch.heard(TEN, 4L)));
    }

    @Test
    void nodeThatCatchesUpIsLeftAloneForAWhile() {
        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 4L), watch.heard(TEN, 4L)));
        assertEquals(List.of(NOTHING_LOST, NOTHING_LOST), List.of(watch.heard(TEN, 4L), watch.heard(TEN, 6L)));

        nanos.addAndGet(LossWatch.PAUSE.toNanos());

        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 6L), watch.heard(TEN, 6L)));
    }

    @Test
    void nodeThatIsRestoredTwiceIsNoticedTwice() {
        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 4L), watch.heard(TEN, 4L)));

        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 3L), watch.heard(TEN, 3L)));
    }
}
