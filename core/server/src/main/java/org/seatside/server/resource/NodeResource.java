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
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.BackupStatus;
import org.seatside.model.api.NodeAuthority;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;
import org.seatside.server.backup.BackupDesk;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.seatside.service.audit.AuditTrail;

/// The node itself: how it does, its backups, and whether they restore.
@Path(Paths.NODE)
@Produces(MediaType.APPLICATION_JSON)
public final class NodeResource {
    private final Supplier<NodeStatus> status;
    private final BackupDesk backups;
    private final Authority authority;
    private final AuditTrail trail;

    /// The campus's authority, as far as this node looks after one.
    public interface Authority {
        /// Empty where there is none.
        Optional<NodeAuthority> state();

        /// @throws RefusedException where there is none
        NodeAuthority rotate();
    }

    public NodeResource(Supplier<NodeStatus> status, BackupDesk backups, Authority authority, AuditTrail trail) {
        this.authority = authority;
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

    @GET
    @Path("authority")
    @For(Audience.ADMINISTRATOR)
    public NodeAuthority authority() {
        return authority.state().orElseThrow(RefusedException::noSuchEntry);
    }

    /// Makes the next authority known, which takes over later; where one is on its way, nothing changes.
    @POST
    @Path("authority/rotation")
    @Consumes(MediaType.WILDCARD)
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public NodeAuthority rotate(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        CommandId command = Requests.command(key);
        NodeAuthority state = authority.rotate();
        trail.note(
                "rotate-authority",
                null,
                state.nextPin(),
                Caller.person(security).getName(),
                command);
        return state;
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
