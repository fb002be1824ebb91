package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Statistics;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.attendance.RecordService;

/// Counts by day, hour, room and outcome.
@Path(Paths.STATISTICS)
@Produces(MediaType.APPLICATION_JSON)
public final class StatisticsResource {
    private final RecordService records;

    public StatisticsResource(RecordService records) {
        this.records = records;
    }

    /// @param until the first day again where it is not given
    @GET
    @For(Audience.STAFF)
    public Statistics statistics(
            @QueryParam("from") @Nullable String from, @QueryParam("until") @Nullable String until) {
        LocalDate first = Requests.day(from == null ? "" : from, "from");
        LocalDate last = Requests.optionalDay(until, "until");
        return records.statistics(first, last == null ? first : last);
    }
}
