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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.NewKioskAction;
import org.seatside.model.api.Paths;
import org.seatside.model.id.KioskActionId;
import org.seatside.model.id.KioskId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.kiosk.KioskActions;

/// What staff ask a kiosk to do now.
@Path(Paths.KIOSKS + "/{id}/actions")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class KioskActionsResource {
    private final KioskActions actions;

    public KioskActionsResource(KioskActions actions) {
        this.actions = actions;
    }

    @POST
    @For(Audience.STAFF)
    public KioskAction ask(
            @PathParam("id") String id,
            @Nullable NewKioskAction asked,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return actions.ask(
                Requests.id(id, KioskId::of),
                Requests.body(asked),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @GET
    @Path("{action}")
    @For(Audience.STAFF)
    public KioskAction action(@PathParam("id") String id, @PathParam("action") String action) {
        return actions.action(Requests.id(id, KioskId::of), Requests.id(action, KioskActionId::of));
    }

    /// POST, because it is handed out once. A page from a kiosk is shown by nobody as one of this server's.
    @POST
    @Path("{action}/answer")
    @Consumes(MediaType.WILDCARD)
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @For(Audience.STAFF)
    public Response answer(
            @PathParam("id") String id, @PathParam("action") String action, @Context SecurityContext security) {
        byte[] answer = actions.fetch(
                Requests.id(id, KioskId::of),
                Requests.id(action, KioskActionId::of),
                Caller.person(security).getName());
        return Response.ok(answer, MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", "attachment")
                .build();
    }
}
