package org.seatside.qr.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingTest {
    @Test
    void keepsTheBestInTheOrderOfAStableSort() {
        Random random = new Random(8);
        FinderPool pool = new FinderPool();
        List<Finder> finders = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            Finder finder = pool.lend(i, 0, 1);
            finder.hits = random.nextInt(60);
            finders.add(finder);
        }
        List<Finder> expected = finders.stream()
                .sorted(Comparator.comparingInt(finder -> -finder.hits))
                .limit(100)
                .toList();

        new Ranking().keepBest(finders, 100, finder -> finder.hits);

        assertEquals(expected, finders);
    }
}
