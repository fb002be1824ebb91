package org.seatside.server.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Receipt;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.server.http.Straight;
import org.seatside.service.attendance.AttendanceService;
import org.seatside.service.attendance.CheckInService;

/// Check-ins: in from kiosks, out to staff.
@Path(Paths.CHECK_INS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class CheckInsResource {
    private static final int PAGE = 100;

    private final CheckInService checkIns;
    private final AttendanceService attendance;
    private final Consumer<Outcome> answered;

    /// @param answered is told what each check-in came to
    public CheckInsResource(CheckInService checkIns, AttendanceService attendance, Consumer<Outcome> answered) {
        this.answered = answered;
        this.checkIns = checkIns;
        this.attendance = attendance;
    }

    /// The check-in's own id is the command's: a header could only contradict it, so none is read.
    @POST
    @Straight
    @For(Audience.KIOSK)
    public Receipt checkIn(@Nullable CheckIn checkIn, @Context SecurityContext security) {
        Receipt receipt = checkIns.checkIn(Requests.body(checkIn), Caller.kiosk(security));
        answered.accept(receipt.outcome());
        return receipt;
    }

    @GET
    @For(Audience.STAFF)
    public Page<CheckInEvent> events(
            @BeanParam FilterQuery query,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return attendance.events(query.filter(), Requests.optionalIndex(after, "after"), Requests.limit(limit, PAGE));
    }
}
