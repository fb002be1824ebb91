package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;
import org.seatside.server.backup.BackupDesk;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.audit.AuditTrail;

/// The node itself: how it does, its backups, and whether they restore.
@Path(Paths.NODE)
@Produces(MediaType.APPLICATION_JSON)
public final class NodeResource {
    private final Supplier<NodeStatus> status;
    private final BackupDesk backups;
    private final AuditTrail trail;

    public NodeResource(Supplier<NodeStatus> status, BackupDesk backups, AuditTrail trail) {
        this.status = status;
        this.backups = backups;
        this.trail = trail;
    }

    @GET
    @For(Audience.ADMINISTRATOR)
    public NodeStatus status() {
        return status.get();
    }

    /// Begins a backup in the background; the answer says so, and the status when it has ended.
    @POST
    @Path("backups")
    @Consumes(MediaType.WILDCARD)
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public BackupStatus backup(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        CommandId command = Requests.command(key);
        backups.backup();
        trail.note("order-backup", null, null, Caller.person(security).getName(), command);
        return backups.status();
    }

    /// Restores a backup beside, in the background, and compares it with what the node had.
    @POST
    @Path("backups/{name}/drill")
    @Consumes(MediaType.WILDCARD)
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public BackupStatus drill(
            @PathParam("name") String name,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        CommandId command = Requests.command(key);
        backups.drill(name);
        trail.note("order-drill", null, name, Caller.person(security).getName(), command);
        return backups.status();
    }
}
