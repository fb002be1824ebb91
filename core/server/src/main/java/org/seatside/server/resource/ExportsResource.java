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
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.api.Paths;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
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
    public static final class Query {
        @QueryParam("format")
        private @Nullable String format;

        @QueryParam("lang")
        private @Nullable String language;

        @QueryParam("reason")
        private @Nullable String reason;

        @QueryParam("from")
        private @Nullable String from;

        @QueryParam("until")
        private @Nullable String until;

        @QueryParam("student")
        private @Nullable String student;

        @QueryParam("section")
        private @Nullable String section;

        @QueryParam("room")
        private @Nullable String room;

        @QueryParam("kiosk")
        private @Nullable String kiosk;

        @QueryParam("outcome")
        private @Nullable String outcome;

        @QueryParam("trace")
        private @Nullable String trace;

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

        ExportFilter filter() {
            return new ExportFilter(
                    Requests.optionalInstant(from, "from"),
                    Requests.optionalInstant(until, "until"),
                    Requests.optionalId(student, "student", StudentId::of),
                    Requests.optionalId(section, "section", SectionId::of),
                    Requests.optionalId(room, "room", RoomId::of),
                    Requests.optionalId(kiosk, "kiosk", KioskId::of),
                    constant(outcome),
                    trace());
        }

        private static @Nullable String constant(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            if (!text.matches("[A-Za-z]{1,40}")) {
                throw malformed("The parameter outcome is a word such as Present or NotEnrolled.");
            }
            return text;
        }

        private @Nullable String trace() {
            if (trace == null || trace.isEmpty()) {
                return null;
            }
            String digits = trace.replaceAll("[\\s-]", "");
            if (!digits.matches("[0-9A-Fa-f]{8}")) {
                throw malformed("The parameter trace is the eight digits and letters that the kiosk's screen showed.");
            }
            return digits;
        }

        private static RefusedException malformed(String message) {
            return new RefusedException(RefusedException.Kind.INVALID, "query-malformed", message);
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
