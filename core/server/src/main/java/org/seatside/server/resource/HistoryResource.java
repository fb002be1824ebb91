package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.id.StudentId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.attendance.RecordService;

/// A student's records.
@Path(Paths.STUDENTS + "/{id}/attendance")
@Produces(MediaType.APPLICATION_JSON)
public final class HistoryResource {
    private final RecordService records;

    public HistoryResource(RecordService records) {
        this.records = records;
    }

    @GET
    @For(Audience.STAFF)
    public Page<HistoryEntry> history(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return records.history(Requests.id(id, StudentId::of), Requests.cursor(after), Requests.limit(limit, 50));
    }
}
