package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.timetable.TimetableService;

/// How attendance is taken, by campus, course and section.
@Path(Paths.RULES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AttendanceRulesResource {
    private final TimetableService timetable;

    public AttendanceRulesResource(TimetableService timetable) {
        this.timetable = timetable;
    }

    @GET
    @For(Audience.STAFF)
    public List<AttendanceRule> list() {
        return timetable.rules();
    }

    @PUT
    @For(Audience.STAFF)
    public AttendanceRule save(
            @Nullable AttendanceRule body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return timetable.save(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }
}
