package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.HelpCallMove;
import org.seatside.model.api.Paths;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.assist.AssistService;

/// Calls for help, as staff answer them.
@Path(Paths.HELP_CALLS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class HelpCallsResource {
    private final AssistService assist;
    private final AssistStreams streams;

    public HelpCallsResource(AssistService assist, AssistStreams streams) {
        this.assist = assist;
        this.streams = streams;
    }

    @GET
    @For(Audience.STAFF)
    public List<HelpCall> calls() {
        return assist.helpCalls();
    }

    @GET
    @Path("events")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For(Audience.STAFF)
    public Response events(@Context SecurityContext security) {
        return streams.stream(Caller.person(security).token(), "help-calls", assist::helpCalls);
    }

    @PUT
    @Path("{id}/state")
    @For(Audience.STAFF)
    public HelpCall move(
            @PathParam("id") String id,
            @Nullable HelpCallMove move,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return assist.moveHelpCall(
                Requests.id(id, HelpCallId::of),
                Requests.field(Requests.body(move).state(), "state"),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
