package org.seatside.model.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdsTest {
    @Test
    void idsAreVersionSevenAndSortByTime() {
        Instant at = Instant.parse("2026-03-02T00:02:00Z");
        UUID first = new Ids(InstantSource.fixed(at), new SplittableRandom(1)).next();
        UUID later = new Ids(InstantSource.fixed(at.plusMillis(1)), new SplittableRandom(2)).next();

        assertEquals(7, first.version());
        assertEquals(2, first.variant());
        assertEquals(at.toEpochMilli(), first.getMostSignificantBits() >>> 16);
        assertTrue(first.toString().compareTo(later.toString()) < 0);
    }
}
