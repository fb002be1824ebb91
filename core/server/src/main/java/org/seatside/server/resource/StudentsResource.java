package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
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
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.Paths;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Student;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.seatside.service.roster.PassService;
import org.seatside.service.roster.RosterService;

/// Students and their passes.
@Path(Paths.STUDENTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class StudentsResource {
    private static final int PAGE = 50;

    private final RosterService roster;
    private final PassService passes;

    public StudentsResource(RosterService roster, PassService passes) {
        this.roster = roster;
        this.passes = passes;
    }

    @GET
    @For(Audience.STAFF)
    public Page<Student> students(
            @QueryParam("q") @Nullable String query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return roster.students(query == null ? "" : query, after, Requests.limit(limit, PAGE));
    }

    @POST
    @For(Audience.STAFF)
    public Student add(
            @Nullable NewStudent student,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return roster.add(Requests.body(student), Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}")
    @For(Audience.STAFF)
    public Student student(@PathParam("id") String id) {
        return roster.student(Requests.id(id, StudentId::of));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Student change(
            @PathParam("id") String id,
            @Nullable Student student,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Student changed = Requests.body(student);
        if (!changed.id().equals(Requests.id(id, StudentId::of))) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "other-student", "The address and the body name two students.");
        }
        return roster.change(changed, Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}/passes")
    @For(Audience.STAFF)
    public List<IssuedPass> passes(@PathParam("id") String id) {
        return passes.passes(Requests.id(id, StudentId::of));
    }

    @POST
    @Path("{id}/passes")
    @For(Audience.STAFF)
    public PassCard issue(
            @PathParam("id") String id,
            @Nullable NewPass pass,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return passes.issue(
                Requests.id(id, StudentId::of),
                Requests.body(pass).expires(),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
