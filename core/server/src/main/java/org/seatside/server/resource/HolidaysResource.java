package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.roster.Holiday;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.timetable.TimetableService;

/// Days on which no weekly class meets.
@Path(Paths.HOLIDAYS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class HolidaysResource {
    private final TimetableService timetable;

    public HolidaysResource(TimetableService timetable) {
        this.timetable = timetable;
    }

    @GET
    @For(Audience.STAFF)
    public List<Holiday> list() {
        return timetable.holidays();
    }

    @PUT
    @For(Audience.STAFF)
    public Holiday save(
            @Nullable Holiday body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return timetable.save(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @DELETE
    @Path("{day}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void delete(
            @PathParam("day") String day,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        timetable.deleteHoliday(
                Requests.day(day, "day"), Caller.person(security).getName(), Requests.command(key));
    }
}
