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
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.Order;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RoomCode;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.TagCode;
import org.seatside.model.api.TagReading;
import org.seatside.model.api.Topic;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;
import org.seatside.service.roster.PassService;
import org.seatside.service.roster.RosterService;

/// Rooms, their codes and their legacy tags.
@Path(Paths.ROOMS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RoomsResource {
    private static final int DAYS = 7;

    private final RosterService roster;
    private final PassService passes;
    private final PlaceService places;

    public RoomsResource(RosterService roster, PassService passes, PlaceService places) {
        this.roster = roster;
        this.passes = passes;
        this.places = places;
    }

    @GET
    @For(Audience.STAFF)
    public Page<Room> rooms() {
        return new Page<>(roster.rooms(), null);
    }

    @POST
    @For(Audience.STAFF)
    public Room add(
            @Nullable NewRoom room,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return roster.add(Requests.body(room), Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}/code")
    @For(Audience.STAFF)
    public RoomCode code(@PathParam("id") String id) {
        return passes.roomCode(Requests.id(id, RoomId::of));
    }

    @POST
    @Path("tag")
    @For(Audience.STAFF)
    public TagReading tag(@Nullable TagCode code) {
        return roster.readTag(Requests.body(code).code());
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Room change(
            @PathParam("id") String id,
            @Nullable Room body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Room changed = Requests.body(body);
        Requests.same(changed.id(), Requests.id(id, RoomId::of));
        return places.change(changed, Caller.person(security).getName(), Requests.command(key));
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
                Topic.ROOMS,
                Requests.id(id, RoomId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(Topic.ROOMS, Requests.id(id, RoomId::of).value());
    }

    @PUT
    @Path("order")
    @For(Audience.STAFF)
    public void reorder(
            @Nullable Order body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        places.reorder(
                Topic.ROOMS, Requests.body(body).ids(), Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}/seats")
    @For(Audience.STAFF)
    public List<Seat> seats(@PathParam("id") String id) {
        return places.seats(Requests.id(id, RoomId::of));
    }

    @POST
    @Path("{id}/seats")
    @For(Audience.STAFF)
    public Seat addSeat(
            @PathParam("id") String id,
            @Nullable NewSeat body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return places.add(
                Requests.id(id, RoomId::of),
                Requests.body(body),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    /// Where students' classes meet and no kiosk works.
    @GET
    @Path("warnings")
    @For(Audience.STAFF)
    public List<RoomWarning> warnings(@QueryParam("days") @Nullable String days) {
        return places.warnings(Requests.limit(days, DAYS));
    }
}
