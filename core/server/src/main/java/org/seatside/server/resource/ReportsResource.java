package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewReport;
import org.seatside.model.api.Paths;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.assist.AssistService;

/// What students report.
@Path(Paths.REPORTS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ReportsResource {
    private final AssistService assist;

    public ReportsResource(AssistService assist) {
        this.assist = assist;
    }

    @GET
    @For(Audience.STAFF)
    public List<Report> reports() {
        return assist.reports();
    }

    /// Written down by staff for a student.
    @POST
    @For(Audience.STAFF)
    public Report add(
            @Nullable NewReport report,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return assist.report(
                Requests.body(report), null, Caller.person(security).getName(), Requests.command(key));
    }

    @POST
    @Path("{id}/closed")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void close(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        assist.closeReport(
                Requests.id(id, ReportId::of), Caller.person(security).getName(), Requests.command(key));
    }
}
