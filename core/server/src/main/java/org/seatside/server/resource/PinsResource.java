package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewPin;
import org.seatside.model.api.Paths;
import org.seatside.model.api.PinAnswer;
import org.seatside.model.api.PinCheck;
import org.seatside.model.id.StudentId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.adjustments.PinService;

/// PINs of students: set by staff, checked by kiosks.
@Path(Paths.PINS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class PinsResource {
    private final PinService pins;

    public PinsResource(PinService pins) {
        this.pins = pins;
    }

    @PUT
    @Path("{student}")
    @For(Audience.STAFF)
    public void set(
            @PathParam("student") String student,
            @Nullable NewPin pin,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        pins.set(
                Requests.id(student, StudentId::of),
                Requests.body(pin).pin(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{student}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void clear(
            @PathParam("student") String student,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        pins.clear(Requests.id(student, StudentId::of), Caller.person(security).getName(), Requests.command(key));
    }

    /// A question: asked twice, it counts as two attempts.
    @POST
    @Path("checks")
    @For(Audience.KIOSK)
    public PinAnswer check(@Nullable PinCheck typed, @Context SecurityContext security) {
        return pins.check(Requests.body(typed), Caller.kiosk(security).id().toString());
    }
}
