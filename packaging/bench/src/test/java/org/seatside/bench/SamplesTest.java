package org.seatside.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SamplesTest {
    @Test
    void quantilesAreOfTheNearestRank() {
        Samples samples = new Samples();
        for (int i = 100; i > 0; i--) {
            samples.add(i);
        }

        assertEquals(
                List.of(50.0, 95.0, 100.0, 1.0),
                List.of(samples.median(), samples.p95(), samples.max(), samples.quantile(0)));
    }

    @Test
    void withoutValuesEverythingIsZero() {
        assertEquals(List.of(0.0, 0.0), List.of(new Samples().median(), new Samples().max()));
    }
}
