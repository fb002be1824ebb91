package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.HookSecret;
import org.seatside.model.api.NewHook;
import org.seatside.model.api.Paths;
import org.seatside.model.hook.DeadLetter;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookId;
import org.seatside.model.hook.HookTrial;
import org.seatside.model.id.CheckInId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.hook.HookDispatcher;
import org.seatside.service.hook.HookService;

/// Webhooks.
@Path(Paths.HOOKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class HooksResource {
    private final HookService hooks;
    private final HookDispatcher dispatcher;

    public HooksResource(HookService hooks, HookDispatcher dispatcher) {
        this.hooks = hooks;
        this.dispatcher = dispatcher;
    }

    @GET
    @For(Audience.ADMINISTRATOR)
    public List<Hook> hooks() {
        return hooks.hooks();
    }

    @POST
    @For(Audience.ADMINISTRATOR)
    public Hook add(
            @Nullable NewHook hook,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return hooks.add(Requests.body(hook), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.ADMINISTRATOR)
    public Hook change(
            @PathParam("id") String id,
            @Nullable NewHook hook,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return hooks.change(
                Requests.id(id, HookId::of),
                Requests.body(hook),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public void remove(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        hooks.remove(Requests.id(id, HookId::of), Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}/secret")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public HookSecret secret(@PathParam("id") String id) {
        return hooks.secret(Requests.id(id, HookId::of));
    }

    /// Changes nothing here, so it needs no idempotency key.
    @POST
    @Path("{id}/test")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public HookTrial test(@PathParam("id") String id) {
        return dispatcher.test(Requests.id(id, HookId::of));
    }

    @GET
    @Path("{id}/dead-letters")
    @For(Audience.ADMINISTRATOR)
    public List<DeadLetter> deadLetters(@PathParam("id") String id) {
        return hooks.deadLetters(Requests.id(id, HookId::of));
    }

    @POST
    @Path("{id}/dead-letters/{message}/replay")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public void replay(
            @PathParam("id") String id,
            @PathParam("message") String message,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        hooks.replay(
                Requests.id(id, HookId::of),
                Requests.id(message, CheckInId::of),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
