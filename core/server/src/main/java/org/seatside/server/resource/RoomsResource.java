package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RoomCode;
import org.seatside.model.api.TagCode;
import org.seatside.model.api.TagReading;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.roster.PassService;
import org.seatside.service.roster.RosterService;

/// Rooms, their codes and their legacy tags.
@Path(Paths.ROOMS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RoomsResource {
    private final RosterService roster;
    private final PassService passes;

    public RoomsResource(RosterService roster, PassService passes) {
        this.roster = roster;
        this.passes = passes;
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
}
