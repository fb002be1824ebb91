package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.server.openapi.Answers;
import org.seatside.service.log.CommandLog.Readiness;

/// Whether the process lives and whether the node can acknowledge check-ins.
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class HealthResource {
    private final Future<String> failure;
    private final Supplier<Readiness> readiness;

    /// @param failure done, with the reason, once only a new start helps
    public HealthResource(Future<String> failure, Supplier<Readiness> readiness) {
        this.failure = failure;
        this.readiness = readiness;
    }

    @GET
    @Path(Paths.LIVE)
    @For(Audience.ANYONE)
    @Answers(Live.class)
    public Response live() {
        return failure.isDone()
                ? unavailable("not-live", failure.resultNow()).build()
                : Response.ok(new Live(true)).build();
    }

    @GET
    @Path(Paths.READY)
    @For(Audience.ANYONE)
    @Answers(Readiness.class)
    public Response ready() {
        Readiness now = readiness.get();
        return now.ready()
                ? Response.ok(now).build()
                : unavailable("not-ready", now.reason())
                        .header("Retry-After", 1)
                        .build();
    }

    private static Response.ResponseBuilder unavailable(String code, String reason) {
        return Response.status(503)
                .type("application/problem+json")
                .entity(new Problem("/problems/" + code, "Service Unavailable", 503, reason, null));
    }

    /// The process answers, and may be able to acknowledge check-ins without being started anew.
    public record Live(boolean live) {}
}
