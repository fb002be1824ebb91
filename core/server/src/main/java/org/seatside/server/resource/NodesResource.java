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
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;
import org.seatside.replication.Membership;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.seatside.service.audit.AuditTrail;
import org.seatside.service.log.NotAppendedException;

/// The nodes of the campus: for clients, which of them to use, and for those who run them, to take one out or to have
/// another lead.
@Path(Paths.NODES)
@Produces(MediaType.APPLICATION_JSON)
public final class NodesResource {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    private final Supplier<List<NodeEntry>> nodes;
    private final Membership membership;
    private final AuditTrail trail;

    public NodesResource(Supplier<List<NodeEntry>> nodes, Membership membership, AuditTrail trail) {
        this.nodes = nodes;
        this.membership = membership;
        this.trail = trail;
    }

    /// Open, as `/readyz` is: who may not sign in at one node may need another to do so.
    @GET
    @For(Audience.ANYONE)
    public List<NodeEntry> nodes() {
        return nodes.get();
    }

    @DELETE
    @Path("{id}")
    @For(Audience.OPERATOR)
    public void remove(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        CommandId command = Requests.command(key);
        require(id);
        change(() -> membership.remove(id, WITHIN));
        trail.note("remove-node", null, id, security.getUserPrincipal().getName(), command);
    }

    @POST
    @Path("{id}/lead")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.OPERATOR)
    public void lead(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        CommandId command = Requests.command(key);
        require(id);
        change(() -> membership.lead(id, WITHIN));
        trail.note("let-node-lead", null, id, security.getUserPrincipal().getName(), command);
    }

    private void require(String id) {
        if (membership.members().stream().noneMatch(member -> member.peer().id().equals(id))) {
            throw new RefusedException(
                    RefusedException.Kind.NOT_FOUND, "not-found", "No node of this name keeps the log.");
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private static void change(Work work) {
        try {
            work.run();
        } catch (IllegalArgumentException e) {
            throw new RefusedException(
                    RefusedException.Kind.CONFLICT, "last-node", "The last node that keeps the log stays.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw late();
        } catch (IOException e) {
            throw late();
        }
    }

    private static NotAppendedException late() {
        return new NotAppendedException(
                "The nodes did not agree in time: more than half of them must reach each other. Try again.");
    }
}
