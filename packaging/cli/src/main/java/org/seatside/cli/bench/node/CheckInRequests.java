package org.seatside.cli.bench.node;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.Identification;
import org.seatside.model.id.Ids;

/// Check-ins as kiosks send them, each student once at each kiosk, so that every one makes a new attendance
/// while there are students left.
final class CheckInRequests {
    private final List<LoadedKiosk> kiosks;
    private final List<String> students;
    private final Identification how;
    private final int[] next;
    private final long[] sequence;
    private final Ids ids;
    private final long epoch;

    /// A kiosk that is paired.
    ///
    /// @param token bearer token
    record LoadedKiosk(String id, String token, String room) {}

    /// @param students texts that identify students
    CheckInRequests(List<LoadedKiosk> kiosks, List<String> students, Identification how) {
        this.kiosks = kiosks;
        this.students = students;
        this.how = how;
        this.next = new int[kiosks.size()];
        this.sequence = new long[kiosks.size()];
        RandomGenerator random = new SplittableRandom(new SecureRandom().nextLong());
        this.ids = new Ids(InstantSource.system(), random);
        this.epoch = random.nextLong(1, Long.MAX_VALUE);
    }

    /// The same kiosks and students, from the beginning, for a server that keeps nothing: what it answers is new to
    /// the other one.
    CheckInRequests again() {
        return new CheckInRequests(kiosks, students, how);
    }

    /// Requests over so many connections. Each has a kiosk of its own, and the next one once all students were
    /// there. Goes on where the requests before stopped; not while others are used.
    ///
    /// @param connections at most as many as there are kiosks
    Requests over(int connections) {
        int[] current = IntStream.range(0, connections).toArray();
        return connection -> {
            int kiosk = current[connection];
            while (next[kiosk] >= students.size() && kiosk + connections < kiosks.size()) {
                kiosk += connections;
            }
            current[connection] = kiosk;
            return request(kiosk);
        };
    }

    private byte[] request(int kiosk) {
        // Neighbours begin with other students, as in a morning; a kiosk meets none twice before it met all.
        int student = (next[kiosk]++ + kiosk * 37) % students.size();
        LoadedKiosk from = kiosks.get(kiosk);
        String body = "{\"id\":\"" + ids.next() + "\",\"kiosk\":\"" + from.id() + "\",\"epoch\":" + epoch + ",\"seq\":"
                + ++sequence[kiosk] + ",\"how\":\"" + how + "\",\"student\":\"" + students.get(student)
                + "\",\"standing\":\"" + from.room() + "\",\"time\":{\"wall\":\"" + Instant.now()
                + "\",\"monotonicNanos\":" + System.nanoTime() + ",\"offsetMillis\":0,\"uncertaintyMillis\":5}}";
        return ("POST " + Paths.CHECK_INS + " HTTP/1.1\r\nHost: node\r\nContent-Type: application/json\r\n"
                        + "Accept: application/json, application/problem+json\r\nAuthorization: Bearer "
                        + from.token() + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
