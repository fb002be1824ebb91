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
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CourseId;
import org.seatside.model.roster.Course;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;
import org.seatside.service.timetable.CatalogueService;

/// Courses.
@Path(Paths.COURSES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CoursesResource {
    private static final int PAGE = 100;

    private final CatalogueService catalogue;
    private final PlaceService places;

    public CoursesResource(CatalogueService catalogue, PlaceService places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @GET
    @For(Audience.STAFF)
    public Page<Course> list(@QueryParam("after") @Nullable String after, @QueryParam("limit") @Nullable String limit) {
        return catalogue.courses(Requests.cursor(after), Requests.limit(limit, PAGE));
    }

    @POST
    @For(Audience.STAFF)
    public Course add(
            @Nullable NewCourse body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return catalogue.add(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Course change(
            @PathParam("id") String id,
            @Nullable Course body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Course changed = Requests.body(body);
        Requests.same(changed.id(), Requests.id(id, CourseId::of));
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
                Topic.COURSES,
                Requests.id(id, CourseId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(Topic.COURSES, Requests.id(id, CourseId::of).value());
    }
}
