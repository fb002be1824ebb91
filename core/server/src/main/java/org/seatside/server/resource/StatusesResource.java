package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.StatusMark;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.attendance.RecordService;

/// The marks that a campus gives.
@Path(Paths.STATUSES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class StatusesResource {
    private final RecordService records;

    public StatusesResource(RecordService records) {
        this.records = records;
    }

    @GET
    @For(Audience.STAFF)
    public List<StatusMark> marks() {
        return records.marks();
    }

    @PUT
    @For(Audience.ADMINISTRATOR)
    public StatusMark save(
            @Nullable StatusMark body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return records.save(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @DELETE
    @Path("{code}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public void delete(
            @PathParam("code") String code,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        records.deleteMark(code, Caller.person(security).getName(), Requests.command(key));
    }
}
