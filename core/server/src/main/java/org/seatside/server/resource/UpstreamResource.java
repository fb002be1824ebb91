package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.seatside.model.api.Paths;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.gateway.UpstreamRelay;

/// How the way to the institution's own service does.
@Path(Paths.UPSTREAM)
@Produces(MediaType.APPLICATION_JSON)
public final class UpstreamResource {
    private final UpstreamRelay relay;

    public UpstreamResource(UpstreamRelay relay) {
        this.relay = relay;
    }

    @GET
    @For(Audience.STAFF)
    public UpstreamSummary summary() {
        return relay.summary();
    }
}
