package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SessionView;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.server.http.Origins;
import org.seatside.service.staff.OwnAccountService;
import org.seatside.service.staff.StaffService;

/// Signing in and out, here and everywhere.
@Path(Paths.SESSIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private final StaffService staff;
    private final OwnAccountService own;
    private final Origins origins;

    public SessionsResource(StaffService staff, OwnAccountService own, Origins origins) {
        this.staff = staff;
        this.own = own;
        this.origins = origins;
    }

    /// Takes no idempotency key: a session opened twice is two sessions, and its token exists in one answer
    /// only.
    @POST
    @For(Audience.ANYONE)
    public SignedIn signIn(@Nullable SignIn signIn) {
        return staff.signIn(Requests.body(signIn), origins.get());
    }

    @GET
    @For(Audience.PERSON)
    public List<SessionView> sessions(@Context SecurityContext security) {
        Caller.Person person = Caller.person(security);
        return own.sessions(person.account(), person.token());
    }

    /// Signs out everywhere, here too.
    @DELETE
    @Consumes(MediaType.WILDCARD)
    @For(Audience.PERSON)
    public void signOutEverywhere(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        own.endSessions(Caller.person(security).account(), Requests.command(key));
    }

    @DELETE
    @Path("current")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.PERSON)
    public void signOut(@Context SecurityContext security) {
        staff.signOut(Caller.person(security).token());
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.PERSON)
    public void end(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        own.endSession(Caller.person(security).account(), Requests.id(id, UUID::fromString), Requests.command(key));
    }
}
