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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.Order;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.roster.Building;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;

/// Buildings.
@Path(Paths.BUILDINGS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class BuildingsResource {
    private final PlaceService places;

    public BuildingsResource(PlaceService places) {
        this.places = places;
    }

    @GET
    @For(Audience.STAFF)
    public Page<Building> list() {
        return new Page<>(places.buildings(), null);
    }

    @POST
    @For(Audience.STAFF)
    public Building add(
            @Nullable NewBuilding body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return places.add(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Building change(
            @PathParam("id") String id,
            @Nullable Building body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Building changed = Requests.body(body);
        Requests.same(changed.id(), Requests.id(id, BuildingId::of));
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
                Topic.BUILDINGS,
                Requests.id(id, BuildingId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(
                Topic.BUILDINGS, Requests.id(id, BuildingId::of).value());
    }

    @PUT
    @Path("order")
    @For(Audience.STAFF)
    public void reorder(
            @Nullable Order body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        places.reorder(
                Topic.BUILDINGS,
                Requests.body(body).ids(),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
