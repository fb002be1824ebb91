package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.Paths;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Meeting;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.roster.RosterService;

/// The timetable.
@Path(Paths.MEETINGS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MeetingsResource {
    private final RosterService roster;

    public MeetingsResource(RosterService roster) {
        this.roster = roster;
    }

    @GET
    @For(Audience.STAFF)
    public List<Meeting> meetings(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("room") @Nullable String room) {
        return roster.meetings(
                Requests.optionalInstant(from, "from"),
                Requests.optionalInstant(until, "until"),
                Requests.optionalId(room, "room", RoomId::of));
    }

    @POST
    @For(Audience.STAFF)
    public Meeting add(
            @Nullable NewMeeting meeting,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return roster.add(Requests.body(meeting), Caller.person(security).getName(), Requests.command(key));
    }
}
