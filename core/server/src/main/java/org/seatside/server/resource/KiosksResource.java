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
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.KioskName;
import org.seatside.model.api.KioskRoom;
import org.seatside.model.api.KioskSeat;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.PairKiosk;
import org.seatside.model.api.PairedKiosk;
import org.seatside.model.api.Paths;
import org.seatside.model.id.KioskId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.kiosk.KioskService;
import org.seatside.service.places.PlaceService;

/// Kiosks as staff see them, and the one door a new kiosk comes in by.
@Path(Paths.KIOSKS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class KiosksResource {
    private final KioskService kiosks;
    private final PlaceService places;

    public KiosksResource(KioskService kiosks, PlaceService places) {
        this.kiosks = kiosks;
        this.places = places;
    }

    @GET
    @For(Audience.STAFF)
    public List<KioskView> kiosks() {
        return kiosks.kiosks();
    }

    @POST
    @For(Audience.ADMINISTRATOR)
    public KioskInvitation invite(
            @Nullable NewKiosk kiosk,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return kiosks.invite(Requests.body(kiosk), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}/room")
    @For(Audience.STAFF)
    public void place(
            @PathParam("id") String id,
            @Nullable KioskRoom room,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        kiosks.place(
                Requests.id(id, KioskId::of),
                Requests.body(room).room(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @PUT
    @Path("{id}/seat")
    @For(Audience.STAFF)
    public void seat(
            @PathParam("id") String id,
            @Nullable KioskSeat body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        KioskSeat seat = Requests.body(body);
        places.seat(
                Requests.id(id, KioskId::of),
                seat.room(),
                seat.seat(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @PUT
    @Path("{id}/name")
    @For(Audience.STAFF)
    public void rename(
            @PathParam("id") String id,
            @Nullable KioskName body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        places.rename(
                Requests.id(id, KioskId::of),
                Requests.body(body).name(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public void revoke(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        kiosks.revoke(Requests.id(id, KioskId::of), Caller.person(security).getName(), Requests.command(key));
    }

    /// Open to who has the code.
    @POST
    @Path("pair")
    @For(Audience.ANYONE)
    public PairedKiosk pair(@Nullable PairKiosk pairing, @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key) {
        return kiosks.pair(Requests.body(pairing), Requests.command(key));
    }
}
