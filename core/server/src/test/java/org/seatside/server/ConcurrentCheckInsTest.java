package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;

final class ConcurrentCheckInsTest {
    private static final int AT_ONCE = 100;

    @Test
    void oneHundredCheckInsOfOneStudentMakeOneRecord(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Room room = campus.room("Rush");
            Student student = campus.student("20230001");
            List<Kiosks> kiosks = List.of(
                    Kiosks.pair(campus.admin(), "One", room.id()), Kiosks.pair(campus.admin(), "Two", room.id()));
            List<Api> signedIn =
                    kiosks.stream().map(kiosk -> kiosk.signIn(campus.open())).toList();
            CountDownLatch barrier = new CountDownLatch(1);

            List<Callable<String>> scans = IntStream.range(0, AT_ONCE)
                    .<Callable<String>>mapToObj(i -> () -> {
                        barrier.await();
                        return signedIn.get(i % 2)
                                .post(Paths.CHECK_INS, kiosks.get(i % 2).checkIn("20230001"))
                                .as(Receipt.class)
                                .outcome()
                                .kind();
                    })
                    .toList();
            List<Future<String>> pending = scans.stream().map(threads::submit).toList();
            barrier.countDown();

            Map<String, Long> outcomes = pending.stream()
                    .map(ConcurrentCheckInsTest::get)
                    .collect(Collectors.groupingBy(kind -> kind, Collectors.counting()));
            assertEquals(Map.of("Present", 1L, "AlreadyRecorded", AT_ONCE - 1L), outcomes);
            assertEquals(
                    1,
                    campus.admin()
                            .get(Paths.ATTENDANCE + "?student=" + student.id())
                            .as(new TypeReference<List<Attendance>>() {})
                            .size());
        }
    }

    private static String get(Future<String> pending) {
        try {
            return pending.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
