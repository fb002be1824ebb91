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
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.api.SectionLecturers;
import org.seatside.model.api.Topic;
import org.seatside.model.api.Withdrawal;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Section;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.places.PlaceService;
import org.seatside.service.timetable.CatalogueService;

/// Sections, who teaches them and who is in them.
@Path(Paths.SECTIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SectionsResource {
    private static final int PAGE = 100;

    private final CatalogueService catalogue;
    private final PlaceService places;

    public SectionsResource(CatalogueService catalogue, PlaceService places) {
        this.catalogue = catalogue;
        this.places = places;
    }

    @GET
    @For(Audience.STAFF)
    public Page<Section> list(
            @QueryParam("term") @Nullable String term,
            @QueryParam("course") @Nullable String course,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return catalogue.sections(
                Requests.optionalId(term, "term", TermId::of),
                Requests.optionalId(course, "course", CourseId::of),
                Requests.cursor(after),
                Requests.limit(limit, PAGE));
    }

    @POST
    @For(Audience.STAFF)
    public Section add(
            @Nullable NewSection body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return catalogue.add(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Section change(
            @PathParam("id") String id,
            @Nullable Section body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Section changed = Requests.body(body);
        Requests.same(changed.id(), Requests.id(id, SectionId::of));
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
                Topic.SECTIONS,
                Requests.id(id, SectionId::of).value(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/dependents")
    @For(Audience.STAFF)
    public Dependents dependents(@PathParam("id") String id) {
        return places.dependents(Topic.SECTIONS, Requests.id(id, SectionId::of).value());
    }

    @GET
    @Path("{id}/lecturers")
    @For(Audience.STAFF)
    public List<Lecturer> lecturers(@PathParam("id") String id) {
        return catalogue.lecturers(Requests.id(id, SectionId::of));
    }

    @PUT
    @Path("{id}/lecturers")
    @For(Audience.STAFF)
    public void assign(
            @PathParam("id") String id,
            @Nullable SectionLecturers body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        catalogue.assign(
                Requests.id(id, SectionId::of),
                Requests.body(body).lecturers(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{id}/enrolments")
    @For(Audience.STAFF)
    public List<RosterEntry> roster(@PathParam("id") String id, @QueryParam("day") @Nullable String day) {
        return catalogue.roster(Requests.id(id, SectionId::of), Requests.optionalDay(day, "day"));
    }

    @POST
    @Path("{id}/enrolments")
    @For(Audience.STAFF)
    public void enrol(
            @PathParam("id") String id,
            @Nullable Enrolment body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        catalogue.enrol(
                Requests.id(id, SectionId::of),
                Requests.body(body),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @POST
    @Path("{id}/withdrawals")
    @For(Audience.STAFF)
    public void withdraw(
            @PathParam("id") String id,
            @Nullable Withdrawal body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        catalogue.withdraw(
                Requests.id(id, SectionId::of),
                Requests.body(body),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
