package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.Paths;
import org.seatside.model.id.SectionId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.attendance.RecordService;

/// The attendance of a class.
@Path(Paths.SECTIONS + "/{id}/sheet")
@Produces(MediaType.APPLICATION_JSON)
public final class ClassSheetResource {
    private final RecordService records;

    public ClassSheetResource(RecordService records) {
        this.records = records;
    }

    @GET
    @For(Audience.STAFF)
    public ClassSheet sheet(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        return records.sheet(
                Requests.id(id, SectionId::of),
                Requests.optionalDay(from, "from"),
                Requests.optionalDay(until, "until"));
    }
}
