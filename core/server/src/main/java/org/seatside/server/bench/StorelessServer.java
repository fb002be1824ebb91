package org.seatside.server.bench;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.seatside.json.Json;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Kiosk;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.server.http.RequestMetrics;
import org.seatside.server.http.WebServer;

/// A node's web server that takes check-ins as a node does, reads and checks them, answers as a node would, and keeps
/// nothing: no log, no view, no rules. Every token is a kiosk's. For measurements on the loopback address alone.
public final class StorelessServer implements AutoCloseable {
    private final WebServer web;

    private StorelessServer(WebServer web) {
        this.web = web;
    }

    /// Starts it on any free port.
    public static StorelessServer start() throws IOException {
        Kiosk kiosk = new Kiosk(
                KioskId.of("00000000-0000-7000-8000-000000000001"),
                "Kiosk",
                RoomId.of("00000000-0000-7000-8000-000000000002"),
                "key",
                false);
        return new StorelessServer(WebServer.start(
                WebServer.Listening.locally(),
                _ -> Optional.of(new Caller.Device(kiosk)),
                new Json(),
                new RequestMetrics(),
                List.of(new Resource())));
    }

    public URI uri() {
        return web.uri();
    }

    @Override
    public void close() {
        web.close();
    }

    /// As long an answer as a node gives to a check-in that counts.
    @Path(Paths.CHECK_INS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public static final class Resource {
        private static final int LOG_INDEX = 1_000_000;

        private Resource() {}

        @POST
        @For(Audience.KIOSK)
        public Receipt checkIn(CheckIn checkIn, @Context SecurityContext security) {
            Kiosk kiosk = Caller.kiosk(security);
            Outcome outcome = new Outcome.Present(
                    MaskedStudent.of("홍길동", "20251678"),
                    new Place(RoomId.of("00000000-0000-7000-8000-000000000002"), kiosk.name(), "자료구조"),
                    checkIn.time().corrected());
            return new Receipt(checkIn.id(), outcome, LOG_INDEX);
        }
    }
}
