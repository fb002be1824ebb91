package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.staff.StaffService;

/// Signing in and out.
@Path(Paths.SESSIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SessionsResource {
    private final StaffService staff;

    public SessionsResource(StaffService staff) {
        this.staff = staff;
    }

    /// Takes no idempotency key: a session opened twice is two sessions, and its token exists in one answer
    /// only.
    @POST
    @For(Audience.ANYONE)
    public SignedIn signIn(@Nullable SignIn signIn) {
        return staff.signIn(Requests.body(signIn));
    }

    @DELETE
    @Path("current")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void signOut(@Context SecurityContext security) {
        staff.signOut(Caller.person(security).token());
    }
}
