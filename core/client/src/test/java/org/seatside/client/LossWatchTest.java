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
                List.of(watch.heard(TEN, 10L, null), watch.heard(TEN, 12L, null), watch.heard(TEN, null, null)));
    }

    @Test
    void onlyTheSecondAnswerInARowCounts() {
        assertEquals(
                List.of(SUSPICIOUS, NOTHING_LOST, SUSPICIOUS, LOST),
                List.of(
                        watch.heard(TEN, 9L, null),
                        watch.heard(TEN, 10L, null),
                        watch.heard(TEN, 4L, null),
                        watch.heard(TEN, 4L, null)));
    }

    @Test
    void nodeThatCatchesUpIsLeftAloneForAWhile() {
        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 4L, null), watch.heard(TEN, 4L, null)));
        assertEquals(
                List.of(NOTHING_LOST, NOTHING_LOST), List.of(watch.heard(TEN, 4L, null), watch.heard(TEN, 6L, null)));

        nanos.addAndGet(LossWatch.PAUSE.toNanos());

        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 6L, null), watch.heard(TEN, 6L, null)));
    }

    @Test
    void nodeThatIsRestoredTwiceIsNoticedTwice() {
        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 4L, null), watch.heard(TEN, 4L, null)));

        assertEquals(List.of(SUSPICIOUS, LOST), List.of(watch.heard(TEN, 3L, null), watch.heard(TEN, 3L, null)));
    }

    @Test
    void aGapBelowTheHighestNumberIsNoticed() {
        Progress gap = new Progress(7, 10, 6);

        assertEquals(
                List.of(NOTHING_LOST, SUSPICIOUS, LOST, NOTHING_LOST),
                List.of(
                        watch.heard(gap, 10L, 6L),
                        watch.heard(gap, 10L, 2L),
                        watch.heard(gap, 10L, 2L),
                        watch.heard(gap, 10L, 4L)));
    }
}
