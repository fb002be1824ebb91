package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.seatside.model.api.About;
import org.seatside.model.api.Paths;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.staff.StaffService;

/// What the node says to anybody.
@Path(Paths.ABOUT)
@Produces(MediaType.APPLICATION_JSON)
public final class AboutResource {
    private final String version;
    private final String campus;
    private final String zone;
    private final StaffService staff;
    private final InstantSource clock;

    public AboutResource(String version, String campus, String zone, StaffService staff, InstantSource clock) {
        this.version = version;
        this.campus = campus;
        this.zone = zone;
        this.staff = staff;
        this.clock = clock;
    }

    @GET
    @For(Audience.ANYONE)
    public About about() {
        return new About(
                version, campus, zone, staff.needsSetup(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }
}
