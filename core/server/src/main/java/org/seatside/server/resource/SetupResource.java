package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignedIn;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.server.http.Origins;
import org.seatside.service.staff.StaffService;

/// The first administrator, once.
@Path(Paths.SETUP)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class SetupResource {
    private final StaffService staff;
    private final String token;
    private final Origins origins;

    /// @param token what the caller must have read on the node's own disk
    public SetupResource(StaffService staff, String token, Origins origins) {
        this.staff = staff;
        this.token = token;
        this.origins = origins;
    }

    @POST
    @For(Audience.ANYONE)
    public SignedIn setup(@Nullable Setup setup, @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key) {
        return staff.setup(Requests.body(setup), token, origins.get(), Requests.command(key));
    }
}
