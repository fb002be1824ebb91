package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.log.CommandLog.Readiness;

/// Whether the process lives and whether the node can acknowledge check-ins.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final Supplier<Readiness> readiness;

    public HealthResource(Supplier<Readiness> readiness) {
        this.readiness = readiness;
    }

    @GET
    @Path(Paths.LIVE)
    @For(Audience.ANYONE)
    public Live live() {
        return new Live(true);
    }

    @GET
    @Path(Paths.READY)
    @For(Audience.ANYONE)
    public Response ready() {
        Readiness now = readiness.get();
        return now.ready()
                ? Response.ok(now).build()
                : Response.status(503)
                        .type("application/problem+json")
                        .header("Retry-After", 1)
                        .entity(new Problem("/problems/not-ready", "Service Unavailable", 503, now.reason(), null))
                        .build();
    }

    /// The process answers.
    public record Live(boolean live) {}
}
