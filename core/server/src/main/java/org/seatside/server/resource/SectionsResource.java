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
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Section;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.roster.RosterService;

/// Sections and who is in them.
@Path(Paths.SECTIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SectionsResource {
    private final RosterService roster;

    public SectionsResource(RosterService roster) {
        this.roster = roster;
    }

    @GET
    @For(Audience.STAFF)
    public Page<Section> sections() {
        return new Page<>(roster.sections(), null);
    }

    @POST
    @For(Audience.STAFF)
    public Section add(
            @Nullable NewSection section,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return roster.add(Requests.body(section), Caller.person(security).getName(), Requests.command(key));
    }

    @POST
    @Path("{id}/enrolments")
    @For(Audience.STAFF)
    public void enrol(
            @PathParam("id") String id,
            @Nullable Enrolment enrolment,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        roster.enrol(
                Requests.id(id, SectionId::of),
                Requests.body(enrolment).students(),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
