package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.NodeTime;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SignedProvision;
import org.seatside.model.id.KioskId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.attendance.AttendanceService;
import org.seatside.service.kiosk.KioskPresence;
import org.seatside.service.kiosk.Provisioning;

/// What a kiosk asks and says for itself.
@Path(Paths.KIOSK_SELF)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class KioskSelfResource {
    private final Provisioning provisioning;
    private final KioskPresence presence;
    private final AttendanceService attendance;
    private final InstantSource clock;

    public KioskSelfResource(
            Provisioning provisioning, KioskPresence presence, AttendanceService attendance, InstantSource clock) {
        this.provisioning = provisioning;
        this.presence = presence;
        this.attendance = attendance;
        this.clock = clock;
    }

    @GET
    @For(Audience.KIOSK)
    public SignedProvision provision(@Context SecurityContext security) {
        return provisioning.provision(Caller.kiosk(security));
    }

    /// News, not a change: nothing of it is recorded, so it needs no idempotency key.
    @PUT
    @Path("state")
    @For(Audience.KIOSK)
    public NodeTime state(@Nullable KioskState state, @Context SecurityContext security) {
        KioskId kiosk = Caller.kiosk(security).id();
        KioskState said = Requests.body(state);
        presence.says(kiosk, said);
        Long epoch = said.epoch();
        return epoch == null
                ? new NodeTime(clock.instant(), null)
                : new NodeTime(
                        clock.instant(), attendance.highWater(kiosk, epoch), attendance.contiguous(kiosk, epoch));
    }
}
