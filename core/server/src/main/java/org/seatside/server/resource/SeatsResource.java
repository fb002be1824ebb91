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
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.Order;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Seat;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;

/// Accessible seats; a new one comes by its room.
@Path(Paths.SEATS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SeatsResource {
    private final PlaceService places;

    public SeatsResource(PlaceService places) {
        this.places = places;
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Seat change(
            @PathParam("id") String id,
            @Nullable Seat body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Seat changed = Requests.body(body);
        Requests.same(changed.id(), Requests.id(id, SeatId::of));
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
                Topic.SEATS,
                Requests.id(id, SeatId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(Topic.SEATS, Requests.id(id, SeatId::of).value());
    }

    @PUT
    @Path("order")
    @For(Audience.STAFF)
    public void reorder(
            @Nullable Order body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        places.reorder(
                Topic.SEATS, Requests.body(body).ids(), Caller.person(security).getName(), Requests.command(key));
    }
}
