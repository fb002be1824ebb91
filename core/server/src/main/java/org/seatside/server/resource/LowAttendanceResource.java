package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.api.LowAttendanceMove;
import org.seatside.model.api.Paths;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.attendance.LowAttendanceService;

/// Whose attendance is low, for staff to decide what to do about it.
@Path(Paths.LOW_ATTENDANCE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class LowAttendanceResource {
    private final LowAttendanceService low;

    public LowAttendanceResource(LowAttendanceService low) {
        this.low = low;
    }

    @GET
    @For(Audience.STAFF)
    public List<LowAttendance> list(@QueryParam("section") @Nullable String section) {
        return low.all(section == null ? null : Requests.id(section, SectionId::of));
    }

    @PUT
    @Path("{section}/{student}")
    @For(Audience.STAFF)
    public void move(
            @PathParam("section") String section,
            @PathParam("student") String student,
            @Nullable LowAttendanceMove move,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        low.move(
                Requests.id(section, SectionId::of),
                Requests.id(student, StudentId::of),
                Requests.body(move).state(),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
