package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.Correction;
import org.seatside.model.api.CorrectionBatch;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Undo;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.server.openapi.Answers;
import org.seatside.service.attendance.AttendanceService;
import org.seatside.service.attendance.RecordService;

/// Records and their corrections.
@Path(Paths.ATTENDANCE)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class AttendanceResource {
    private static final Duration BACK = Duration.ofDays(1);
    private static final Duration AHEAD = Duration.ofDays(1);

    private final AttendanceService attendance;
    private final RecordService records;
    private final InstantSource clock;

    public AttendanceResource(AttendanceService attendance, RecordService records, InstantSource clock) {
        this.attendance = attendance;
        this.records = records;
        this.clock = clock;
    }

    /// Newest first; a day around now unless told otherwise, all times where a student or meeting is named.
    @GET
    @For(Audience.STAFF)
    public List<Attendance> attendance(
            @QueryParam("student") @Nullable String student,
            @QueryParam("meeting") @Nullable String meeting,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until) {
        StudentId ofStudent = Requests.optionalId(student, "student", StudentId::of);
        MeetingId ofMeeting = Requests.optionalId(meeting, "meeting", MeetingId::of);
        boolean named = ofStudent != null || ofMeeting != null;
        Instant begin = Requests.optionalInstant(from, "from");
        Instant end = Requests.optionalInstant(until, "until");
        Instant now = clock.instant();
        return attendance.attendance(
                ofStudent,
                ofMeeting,
                begin != null ? begin : named ? Instant.EPOCH : now.minus(BACK),
                end != null ? end : now.plus(AHEAD));
    }

    @POST
    @Path("{id}/corrections")
    @For(Audience.STAFF)
    @Answers(Attendance.class)
    public Response correct(
            @PathParam("id") String id,
            @Nullable Correction correction,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Attendance corrected = attendance.correct(
                Requests.id(id, AttendanceId::of),
                Requests.revision(ifMatch),
                Requests.body(correction),
                Caller.person(security).getName(),
                Requests.command(key));
        return Response.ok(corrected)
                .tag(Integer.toString(corrected.revision()))
                .build();
    }

    /// What staff enter for a student, under their own name.
    @POST
    @For(Audience.STAFF)
    public Attendance enter(
            @Nullable NewAttendance body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return records.enter(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @GET
    @Path("{id}")
    @For(Audience.STAFF)
    public Response detail(@PathParam("id") String id) {
        AttendanceDetail detail = records.detail(Requests.id(id, AttendanceId::of));
        return Response.ok(detail)
                .tag(Integer.toString(detail.attendance().revision()))
                .build();
    }

    @POST
    @Path("{id}/undo")
    @For(Audience.STAFF)
    public Response undo(
            @PathParam("id") String id,
            @Nullable Undo body,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Attendance restored = records.undo(
                Requests.id(id, AttendanceId::of),
                Requests.revision(ifMatch),
                Requests.body(body).reason(),
                Caller.person(security).getName(),
                Requests.command(key));
        return Response.ok(restored).tag(Integer.toString(restored.revision())).build();
    }

    @POST
    @Path("batches")
    @For(Audience.STAFF)
    public List<Attendance> correctAll(
            @Nullable CorrectionBatch body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return records.correct(Requests.body(body), Caller.person(security).getName(), Requests.command(key));
    }

    @POST
    @Path("batches/{id}/undo")
    @For(Audience.STAFF)
    public void undoBatch(
            @PathParam("id") String id,
            @Nullable Undo body,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        records.undoBatch(
                Requests.id(id, UUID::fromString),
                Requests.body(body).reason(),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
