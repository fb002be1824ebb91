package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.SearchHit;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.model.directory.ListingKind;
import org.seatside.model.directory.SearchKind;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.DirectoryChange;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.service.search.SearchStore;

class SearchTextsTest {
    private static final int STUDENTS = 20_000;
    private static final int OTHERS = 5_000;
    private static final double MOST_MILLIS = 30;

    private final SampleCommands sample = new SampleCommands(1);
    private long index;

    @TempDir
    private Path folder;

    private static Student student(int n, String name) {
        return new Student(new StudentId(new UUID(7, n)), "2023" + (10_000 + n), name, true);
    }

    private static Listing listing(int n, String name) {
        return new Listing(new ListingId(new UUID(8, n)), ListingKind.FACILITY, name, "19호관", "", "");
    }

    private void apply(View view, List<? extends Change> changes) {
        List<Command> commands = new ArrayList<>();
        changes.forEach(change -> commands.add(sample.command(change)));
        view.apply(new LogPosition(1, ++index), commands);
    }

    private static List<String> find(SearchStore store, String query) {
        return store.index().find(query, EnumSet.allOf(SearchKind.class), 20).stream()
                .map(SearchHit::title)
                .toList();
    }

    @Test
    void everySearchSeesWhatWasAppliedBeforeIt() throws Exception {
        try (H2ViewHome home = new H2ViewHome(folder, new AttendanceStateMachine());
                View view = home.openEmpty()) {
            SearchStore store = home.stores().search();
            assertEquals(List.of(), find(store, "홍"));

            apply(view, List.of(new Change.SaveStudent(student(1, "홍길동"))));
            assertEquals(List.of("홍길동"), find(store, "ㅎㄱㄷ"));

            apply(view, List.of(new Change.SaveStudent(student(1, "김길동"))));
            assertEquals(List.of(), find(store, "홍"));
            assertEquals(List.of("김길동"), find(store, "ㄱㄱㄷ"));

            Room room = new Room(new RoomId(new UUID(9, 1)), "홍보관", "19호관", "4", null);
            apply(
                    view,
                    List.of(new Change.SaveRoom(room, null), new DirectoryChange.SaveListing(listing(1, "홍예문 승강기"))));
            assertEquals(List.of("홍보관", "홍예문 승강기"), find(store, "홍"));
            assertEquals(List.of(listing(1, "홍예문 승강기")), store.listings(null));

            apply(view, List.of(new DirectoryChange.RemoveListing(new ListingId(new UUID(8, 1)))));
            assertEquals(List.of("홍보관"), find(store, "홍"));
        }
    }

    @Test
    void aWholeCampusIsFoundInTimeAlsoRightAfterAChange(TestReporter reporter) throws Exception {
        try (H2ViewHome home = new H2ViewHome(folder, new AttendanceStateMachine());
                View view = home.openEmpty()) {
            SearchStore store = home.stores().search();
            List<Change> all = new ArrayList<>();
            for (int n = 0; n < STUDENTS; n++) {
                all.add(new Change.SaveStudent(student(n, name(n))));
            }
            for (int n = 0; n < OTHERS; n++) {
                all.add(new DirectoryChange.SaveListing(listing(n, "시설 " + name(n))));
            }
            for (int from = 0; from < all.size(); from += 1_000) {
                apply(view, all.subList(from, from + 1_000));
            }
            find(store, "ㄱ");

            double least = Double.MAX_VALUE;
            for (int n = 0; n < 20; n++) {
                String name = "바뀐이름" + (char) (0xac00 + n);
                apply(view, List.of(new Change.SaveStudent(student(n, name))));
                long begun = System.nanoTime();
                List<String> found = find(store, name);
                least = Math.min(least, (System.nanoTime() - begun) / 1e6);
                assertEquals(List.of(name), found);
            }

            reporter.publishEntry("a search after a change among 25,000", "%.1f ms".formatted(least));
            assertTrue(least <= MOST_MILLIS, least + " ms");
        }
    }

    private static String name(int n) {
        return "" + (char) (0xac00 + n * 7 % 11_172) + (char) (0xac00 + n * 131 % 11_172)
                + (char) (0xac00 + n % 11_172);
    }
}
