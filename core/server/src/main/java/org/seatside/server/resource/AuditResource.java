package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.audit.AuditLine;
import org.seatside.model.id.CommandId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.audit.AuditTrail;

/// The audit trail.
@Path(Paths.AUDIT)
public final class AuditResource {
    private static final int PAGE = 100;

    /// JSON Lines has no registered name; this is the usual one.
    private static final String LINES = "application/x-ndjson";

    private final AuditTrail trail;
    private final Json json;

    public AuditResource(AuditTrail trail, Json json) {
        this.trail = trail;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @For(Audience.AUDIT)
    public Page<AuditEntry> entries(
            @QueryParam("after") @Nullable String after,
            @QueryParam("subject") @Nullable String subject,
            @QueryParam("actor") @Nullable String actor,
            @QueryParam("limit") @Nullable String limit) {
        return trail.entries(Requests.optionalIndex(after, "after"), subject, actor, Requests.limit(limit, PAGE));
    }

    /// A change of a kind: that the trail is taken goes into the trail.
    @POST
    @Path("export")
    @Consumes(MediaType.WILDCARD)
    @Produces(LINES)
    @For(value = Audience.AUDIT, fresh = true)
    public Response export(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        String actor = Caller.person(security).getName();
        CommandId command = Requests.command(key);
        StreamingOutput lines = out -> {
            try {
                trail.export(actor, command, line -> write(out, line));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        };
        return Response.ok(lines, LINES)
                .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
                .build();
    }

    private void write(OutputStream out, AuditLine line) {
        try {
            out.write(json.write(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
