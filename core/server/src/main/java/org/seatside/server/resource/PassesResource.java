package org.seatside.server.resource;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.roster.PassService;

/// Passes by their handle.
@Path(Paths.PASSES)
public final class PassesResource {
    private final PassService passes;

    public PassesResource(PassService passes) {
        this.passes = passes;
    }

    @DELETE
    @Path("{handle}")
    @For(Audience.STAFF)
    public void revoke(
            @PathParam("handle") String handle,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        passes.revoke(handle, Caller.person(security).getName(), Requests.command(key));
    }
}
