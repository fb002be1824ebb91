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
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskAction;
import org.seatside.model.api.KioskActionMove;
import org.seatside.model.api.KioskAssist;
import org.seatside.model.api.NewReport;
import org.seatside.model.api.Paths;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.model.assist.Report;
import org.seatside.model.id.KioskActionId;
import org.seatside.model.roster.Kiosk;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.assist.AssistService;
import org.seatside.service.kiosk.KioskActions;

/// Notices, help and reports at a kiosk, and what staff ask it to do.
@Path(Paths.KIOSK_ASSIST)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class KioskAssistResource {
    private final AssistService assist;
    private final KioskActions actions;
    private final AssistStreams streams;

    public KioskAssistResource(AssistService assist, KioskActions actions, AssistStreams streams) {
        this.assist = assist;
        this.actions = actions;
        this.streams = streams;
    }

    @GET
    @For(Audience.KIOSK)
    public KioskAssist state(@Context SecurityContext security) {
        return concerning(Caller.kiosk(security));
    }

    private KioskAssist concerning(Kiosk kiosk) {
        return assist.forKiosk(kiosk).asked(actions.open(kiosk.id()));
    }

    /// The token is short-lived, and so is the stream: the kiosk opens another.
    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For(Audience.KIOSK)
    public Response events(
            @HeaderParam("Authorization") @Nullable String authorization, @Context SecurityContext security) {
        Kiosk kiosk = Caller.kiosk(security);
        String token = authorization == null
                ? ""
                : authorization.substring("Bearer ".length()).strip();
        return streams.stream(token, "assist", () -> concerning(kiosk));
    }

    @POST
    @Path("help-calls")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.KIOSK)
    public HelpCall call(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        return assist.callHelp(Caller.kiosk(security), Requests.command(key));
    }

    @DELETE
    @Path("help-calls/{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.KIOSK)
    public HelpCall takeBack(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return assist.takeBack(
                Requests.id(id, HelpCallId::of), Caller.kiosk(security).id(), Requests.command(key));
    }

    @POST
    @Path("reports")
    @For(Audience.KIOSK)
    public Report report(
            @Nullable NewReport report,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Kiosk kiosk = Caller.kiosk(security);
        return assist.report(Requests.body(report), kiosk.id(), kiosk.id().toString(), Requests.command(key));
    }

    /// News, as its answer is: nothing of it is recorded, so neither needs an idempotency key.
    @PUT
    @Path("actions/{id}/state")
    @For(Audience.KIOSK)
    public KioskAction move(
            @PathParam("id") String id, @Nullable KioskActionMove move, @Context SecurityContext security) {
        return actions.move(Caller.kiosk(security).id(), Requests.id(id, KioskActionId::of), Requests.body(move));
    }

    @PUT
    @Path("actions/{id}/answer")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.KIOSK)
    public KioskAction answer(@PathParam("id") String id, byte @Nullable [] answer, @Context SecurityContext security) {
        return actions.answer(Caller.kiosk(security).id(), Requests.id(id, KioskActionId::of), Requests.body(answer));
    }
}
