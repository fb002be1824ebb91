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
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.NewDepartment;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.roster.Department;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;
import org.seatside.service.timetable.CatalogueService;

/// Departments.
@Path(Paths.DEPARTMENTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class DepartmentsResource {
    private final CatalogueService catalogue;
    private final PlaceService places;

    public DepartmentsResource(CatalogueService catalogue, PlaceService places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @GET
    @For(Audience.STAFF)
    public List<Department> list() {
        return catalogue.departments();
    }

    @POST
    @For(Audience.STAFF)
    public Department add(
            @Nullable NewDepartment body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return catalogue.add(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Department change(
            @PathParam("id") String id,
            @Nullable Department body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Department changed = Requests.body(body);
        Requests.same(changed.id(), Requests.id(id, DepartmentId::of));
        return catalogue.change(changed, Caller.person(security).getName(), Requests.command(key));
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
                Topic.DEPARTMENTS,
                Requests.id(id, DepartmentId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(
                Topic.DEPARTMENTS, Requests.id(id, DepartmentId::of).value());
    }
}
