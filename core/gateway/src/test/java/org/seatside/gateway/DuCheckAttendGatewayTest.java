package org.seatside.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import org.seatside.service.gateway.AttendanceGateway;

final class DuCheckAttendGatewayTest extends AttendanceGatewayContract {
    @Override
    AttendanceGateway gateway(String address, GatewayTimeouts timeouts) {
        return new DuCheckAttendGateway(address, timeouts);
    }

    @Test
    void queryIsExactlyWhatTheServiceExpects() throws IOException {
        try (ScriptedService service = new ScriptedService(ScriptedService.Script.answer(200, "ok"));
                DuCheckAttendGateway gateway = new DuCheckAttendGateway(service.address() + "/checkattend", QUICK)) {
            AttendanceGateway.Answer answer = gateway.send(CALL);

            assertEquals(new AttendanceGateway.Answer.Accepted(), answer);
            assertEquals(
                    List.of("GET /checkattend?sno=MjAyMzEyMzQ%3D&nfc=MTlDNA%3D%3D&type=UQ%3D%3D&gpsLati=MA%3D%3D"
                            + "&gpsLong=MA%3D%3D&time_stamp=2026-03-02T09%3A05%3A06.007Z&ver=24 HTTP/1.1"),
                    service.requests().stream()
                            .map(request -> request.lines().findFirst().orElse(""))
                            .toList());
        }
    }

    @Test
    void plusAndSlashOfBase64AreEncoded() {
        try (DuCheckAttendGateway gateway = new DuCheckAttendGateway("http://127.0.0.1/a", QUICK)) {
            Room room = new Room(CALL.room().id(), "R", "", "", "ûÿ>>?");

            String query = gateway.address(new AttendanceGateway.Call(CALL.id(), CALL.student(), room, CALL.at()))
                    .getRawQuery();

            assertTrue(query.contains("&nfc=w7vDvz4%2BPw%3D%3D&"), query);
        }
    }

    @Test
    void knowsOnlyRoomsWithATag() {
        try (DuCheckAttendGateway gateway = new DuCheckAttendGateway("http://127.0.0.1/a", QUICK)) {
            Room plain = new Room(RoomId.of("01890000-0000-7000-8000-000000000009"), "Hall", "", "", null);

            assertFalse(gateway.knows(plain));
            assertTrue(gateway.knows(CALL.room()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkattend",
                "ftp://host/a",
                "http:///a",
                "http://user:secret@host/a",
                "http://host/a?x=1",
                "http://host/a#b",
                "http://ho st/"
            })
    void addressThatIsNoneIsRefusedWithoutRepeatingIt(String base) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new DuCheckAttendGateway(base, QUICK));

        assertTrue(String.valueOf(refused.getMessage()).startsWith("upstream.base must"), refused.getMessage());
    }
}
