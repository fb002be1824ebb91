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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.seatside.service.adjustments.StudentDataService;
import org.seatside.service.attendance.LowAttendanceService;
import org.seatside.service.own.OwnService;

/// What is the caller's own.
@Path(Paths.OWN)
@Produces(MediaType.APPLICATION_JSON)
public final class OwnResource {
    private static final String ZIP = "application/zip";
    private static final String REASON = "asked for by the student";
    private static final Duration BACK = Duration.ofDays(200);
    private static final Duration AHEAD = Duration.ofDays(14);

    private final OwnService own;
    private final StudentDataService data;
    private final LowAttendanceService low;
    private final InstantSource clock;

    public OwnResource(OwnService own, StudentDataService data, LowAttendanceService low, InstantSource clock) {
        this.low = low;
        this.own = own;
        this.data = data;
        this.clock = clock;
    }

    @GET
    @Path("attendance")
    @For(Audience.STUDENT)
    public List<Attendance> attendance(@Context SecurityContext security) {
        return own.attendance(student(security));
    }

    /// What staff told the student about.
    @GET
    @Path("low-attendance")
    @For(Audience.STUDENT)
    public List<LowAttendance> lowAttendance(@Context SecurityContext security) {
        return low.toldTo(student(security));
    }

    /// All that is kept about the student, noted like every export.
    @POST
    @Path("export")
    @Consumes(MediaType.WILDCARD)
    @Produces(ZIP)
    @For(value = Audience.STUDENT, fresh = true)
    public Response export(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        byte[] zip =
                data.export(student(security), REASON, Caller.person(security).getName(), Requests.command(key));
        StreamingOutput bytes = out -> out.write(zip);
        return Response.ok(bytes, ZIP)
                .header("Content-Disposition", "attachment; filename=\"student.zip\"")
                .build();
    }

    @GET
    @Path("sections")
    @For(Audience.TEACHING)
    public List<Section> sections(@Context SecurityContext security) {
        return own.sections(Caller.person(security).account());
    }

    @GET
    @Path("sections/{id}/students")
    @For(Audience.TEACHING)
    public List<Student> students(@PathParam("id") String id, @Context SecurityContext security) {
        return own.students(Caller.person(security).account(), Requests.id(id, SectionId::of));
    }

    /// A term back and two weeks ahead where nothing else is said.
    @GET
    @Path("sections/{id}/meetings")
    @For(Audience.TEACHING)
    public List<Meeting> meetings(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("until") @Nullable String until,
            @Context SecurityContext security) {
        Instant begin = Requests.optionalInstant(from, "from");
        Instant end = Requests.optionalInstant(until, "until");
        Instant now = clock.instant();
        return own.meetings(
                Caller.person(security).account(),
                Requests.id(id, SectionId::of),
                begin == null ? now.minus(BACK) : begin,
                end == null ? now.plus(AHEAD) : end);
    }

    @GET
    @Path("meetings/{id}/attendance")
    @For(Audience.TEACHING)
    public List<Attendance> attendanceOf(@PathParam("id") String id, @Context SecurityContext security) {
        return own.attendance(Caller.person(security).account(), Requests.id(id, MeetingId::of));
    }

    private static StudentId student(SecurityContext security) {
        StudentId student = Caller.person(security).student();
        if (student == null) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "no-student", "This account is no student's: sign in with yours.");
        }
        return student;
    }
}
