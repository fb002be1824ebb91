package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.seatside.model.api.Dependents;
import org.seatside.model.api.MeetingChange;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Meeting;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;
import org.seatside.service.timetable.TimetableService;

/// The timetable.
@Path(Paths.MEETINGS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class MeetingsResource {
    /// More than a campus has in the week that is answered where nothing is asked.
    private static final int PAGE = 10_000;

    private final TimetableService timetable;
    private final PlaceService places;

    public MeetingsResource(TimetableService timetable, PlaceService places) {
        this.timetable = timetable;
        this.places = places;
    }

    /// @param all `true` for those that are not held, too
    /// @param after id of the last of the part before
    /// @param limit fewer than this are the last part
    @GET
    @For(Audience.STAFF)
    public List<Meeting> meetings(
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @QueryParam("room") @Nullable String room,
            @QueryParam("section") @Nullable String section,
            @QueryParam("all") @Nullable String all,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return timetable.meetings(
                Requests.optionalInstant(from, "from"),
                Requests.optionalInstant(until, "until"),
                Requests.optionalId(room, "room", RoomId::of),
                Requests.optionalId(section, "section", SectionId::of),
                "true".equals(all),
                Requests.optionalId(after, "after", MeetingId::of),
                Requests.limit(limit, PAGE));
    }

    @POST
    @For(Audience.STAFF)
    public Meeting add(
            @Nullable NewMeeting body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return timetable.add(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Meeting change(
            @PathParam("id") String id,
            @Nullable MeetingChange body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return timetable.change(
                Requests.id(id, MeetingId::of),
                Requests.body(body),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void delete(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        places.delete(
                Topic.MEETINGS,
                Requests.id(id, MeetingId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(Topic.MEETINGS, Requests.id(id, MeetingId::of).value());
    }
}
