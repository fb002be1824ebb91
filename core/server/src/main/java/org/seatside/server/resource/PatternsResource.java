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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewPattern;
import org.seatside.model.api.Paths;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.timetable.TimetableService;

/// Weekly classes.
@Path(Paths.PATTERNS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PatternsResource {
    private final TimetableService timetable;

    public PatternsResource(TimetableService timetable) {
        this.timetable = timetable;
    }

    @GET
    @For(Audience.STAFF)
    public List<MeetingPattern> list(@QueryParam("section") @Nullable String section) {
        return timetable.patterns(Requests.optionalId(section, "section", SectionId::of));
    }

    @POST
    @For(Audience.STAFF)
    public MeetingPattern add(
            @Nullable NewPattern body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return timetable.add(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Response change(
            @PathParam("id") String id,
            @Nullable MeetingPattern body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        MeetingPattern pattern = Requests.body(body);
        Requests.same(pattern.id(), Requests.id(id, PatternId::of));
        MeetingPattern changed = timetable.change(
                pattern, Requests.revision(ifMatch), Caller.person(security).getName(), Requests.command(key));
        return Response.ok(changed).tag(Integer.toString(changed.revision())).build();
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void delete(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        timetable.delete(Requests.id(id, PatternId::of), Caller.person(security).getName(), Requests.command(key));
    }
}
