package org.seatside.server.resource;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.api.Paths;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.seatside.service.export.ExportRequest;
import org.seatside.service.export.ExportService;
import org.seatside.service.export.SummaryBy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What was recorded, as files. Sent in chunks while it is read: who is slow is waited for with nothing held,
/// who leaves ends it.
@Path(Paths.EXPORTS)
public final class ExportsResource {
    private static final Logger LOG = LoggerFactory.getLogger(ExportsResource.class);

    private final ExportService exports;

    public ExportsResource(ExportService exports) {
        this.exports = exports;
    }

    /// The parameters that every export has.
    public static final class Query extends FilterQuery {
        @QueryParam("format")
        private @Nullable String format;

        @QueryParam("lang")
        private @Nullable String language;

        @QueryParam("reason")
        private @Nullable String reason;

        ExportRequest request(SecurityContext security) {
            return new ExportRequest(
                    format(),
                    Locale.forLanguageTag(language == null ? "ko" : language),
                    reason == null ? "" : reason,
                    Caller.person(security).getName());
        }

        private ExportFormat format() {
            String wanted = format == null ? ExportFormat.CSV.extension() : format;
            return Arrays.stream(ExportFormat.values())
                    .filter(known -> known.extension().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> malformed("The parameter format is csv, xlsx, ods, jsonl or pdf."));
        }
    }

    @GET
    @Path("check-ins")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public Response checkIns(@BeanParam Query query, @Context SecurityContext security) {
        return file(exports.checkIns(query.filter(), query.request(security)));
    }

    @GET
    @Path("attendance")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public Response attendance(@BeanParam Query query, @Context SecurityContext security) {
        return file(exports.attendance(query.filter(), query.request(security)));
    }

    /// @param by `students`, `sections` or `departments`
    @GET
    @Path("summaries/{by}")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public Response summary(@PathParam("by") String by, @BeanParam Query query, @Context SecurityContext security) {
        SummaryBy of = Arrays.stream(SummaryBy.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(RefusedException::noSuchEntry);
        return file(exports.summary(of, query.filter(), query.request(security)));
    }

    @GET
    @Path("sections/{id}")
    @For(value = Audience.STAFF, fresh = true)
    public Response sheet(@PathParam("id") String id, @BeanParam Query query, @Context SecurityContext security) {
        return file(exports.sheet(Requests.id(id, SectionId::of), query.request(security)));
    }

    @GET
    @Path("sections/{id}/meetings/{meeting}")
    @For(value = Audience.STAFF, fresh = true)
    public Response signingSheet(
            @PathParam("id") String id,
            @PathParam("meeting") String meeting,
            @BeanParam Query query,
            @Context SecurityContext security) {
        return file(exports.signingSheet(
                Requests.id(id, SectionId::of), Requests.id(meeting, MeetingId::of), query.request(security)));
    }

    /// For Moodle's attendance module to import.
    @GET
    @Path("sections/{id}/meetings/{meeting}/marks")
    @For(value = Audience.STAFF, fresh = true)
    public Response marks(
            @PathParam("id") String id,
            @PathParam("meeting") String meeting,
            @BeanParam Query query,
            @Context SecurityContext security) {
        return file(exports.marks(
                Requests.id(id, SectionId::of), Requests.id(meeting, MeetingId::of), query.request(security)));
    }

    private static Response file(ExportService.Export export) {
        StreamingOutput body = out -> write(export, out);
        return Response.ok(body, export.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + export.name() + "\"")
                .build();
    }

    private static void write(ExportService.Export export, OutputStream out) throws IOException {
        try {
            export.body().writeTo(out);
        } catch (IOException e) {
            LOG.info("the export {} broke off: {}", export.name(), e.getClass().getSimpleName());
            throw e;
        }
    }
}
