package org.seatside.admin.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.json.Json;
import org.seatside.model.api.Page;

class RowsViewModelTest {
    private static final Filter<Integer> EVEN = new Filter<>("even", "x", "parity", it -> it % 2 == 0);
    private static final Filter<Integer> ODD = new Filter<>("odd", "x", "parity", it -> it % 2 == 1);
    private static final Filter<Integer> SMALL = new Filter<>("small", "x", "size", it -> it < 4);

    private final NodeClient client = new NodeClient(List.of(URI.create("http://127.0.0.1:1")), new Json());
    private List<Integer> all = IntStream.range(0, 1000).boxed().toList();
    private int reads;
    private boolean gone;
    private final RowsViewModel<Integer> rows =
            new RowsViewModel<>(new NodeLink(client, new SynchronousTasks()), this::read);

    private Page<Integer> read(int limit, @Nullable String after) throws NodeException {
        reads++;
        if (gone) {
            // Nobody listens there: a real failure of the kind.
            client.about();
        }
        int from = after == null ? 0 : Integer.parseInt(after);
        int until = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, until), until == all.size() ? null : String.valueOf(until));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theFirstPartIsShownAndNoMoreIsAskedFor() {
        rows.reload();

        assertEquals(all.subList(0, RowsViewModel.PART), rows.rows());
        assertEquals(1, reads);
        assertTrue(rows.more().get());
    }

    @Test
    void theNextPartIsThereBeforeItsFirstRowIsSeen() {
        rows.reload();

        for (int row = 0; row < all.size(); row++) {
            rows.reach(row);
            assertTrue(rows.rows().size() > row, "row " + row + " would be blank");
        }

        assertEquals(all, rows.rows());
        assertFalse(rows.more().get());
        assertEquals(5, reads);
    }

    @Test
    void anOrderIsOverAllRowsNotOverThoseThatHappenToBeLoaded() {
        rows.reload();

        rows.sort(Comparator.reverseOrder());

        assertEquals(all.reversed(), rows.rows());
    }

    @Test
    void chipsOfOneGroupAddUpAndGroupsNarrowDown() {
        rows.reload();

        rows.filter(Set.of(EVEN, SMALL));
        List<Integer> both = List.copyOf(rows.rows());
        rows.filter(Set.of(EVEN, ODD, SMALL));

        assertEquals(List.of(0, 2), both);
        assertEquals(List.of(0, 1, 2, 3), rows.rows());
    }

    @Test
    void rowsStayWhileTheNodeIsGoneAndComeAnewWhenItIsBack() {
        rows.reload();
        gone = true;
        rows.reload();

        assertEquals(RowsViewModel.PART, rows.rows().size());
        assertTrue(rows.notice().get() != null);
        gone = false;
        all = List.of(7);
        rows.reload();
        assertEquals(List.of(7), rows.rows());
        assertNull(rows.notice().get());
    }

    @Test
    void aRowJustChangedReplacesItsOldSelfAndANewOneComesFirst() {
        all = List.of(1, 2, 3);
        rows.reload();

        rows.note(20, it -> it == 2);
        rows.note(9, it -> it == 9);

        assertEquals(List.of(9, 1, 20, 3), rows.rows());
    }
}
