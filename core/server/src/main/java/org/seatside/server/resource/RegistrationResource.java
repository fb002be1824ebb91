package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ConsentText;
import org.seatside.model.api.NewAdjustments;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Reason;
import org.seatside.model.api.Registration;
import org.seatside.model.id.StudentId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.adjustments.AdjustmentService;
import org.seatside.service.adjustments.StudentDataService;

/// What was agreed with a student, for support officers alone; and what a student may ask for.
@Path(Paths.REGISTRATIONS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class RegistrationResource {
    private static final String ZIP = "application/zip";

    private final AdjustmentService adjustments;
    private final StudentDataService data;

    public RegistrationResource(AdjustmentService adjustments, StudentDataService data) {
        this.adjustments = adjustments;
        this.data = data;
    }

    /// A look is a change of a kind: it goes into the audit trail, with its reason, before it is answered.
    @POST
    @Path("{student}/views")
    @For(value = Audience.SUPPORT, fresh = true)
    public Registration view(
            @PathParam("student") String student,
            @Nullable Reason reason,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return adjustments.view(
                Requests.id(student, StudentId::of),
                Requests.body(reason).reason(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @PUT
    @Path("{student}/adjustments")
    @For(value = Audience.SUPPORT, fresh = true)
    public void save(
            @PathParam("student") String student,
            @Nullable NewAdjustments agreed,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        adjustments.save(
                Requests.id(student, StudentId::of),
                Requests.body(agreed),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @PUT
    @Path("{student}/consent")
    @For(Audience.SUPPORT)
    public void giveConsent(
            @PathParam("student") String student,
            @Nullable ConsentText consent,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        adjustments.giveConsent(
                Requests.id(student, StudentId::of),
                Requests.body(consent).version(),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{student}/consent")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.SUPPORT)
    public void withdrawConsent(
            @PathParam("student") String student,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        adjustments.withdrawConsent(
                Requests.id(student, StudentId::of), Caller.person(security).getName(), Requests.command(key));
    }

    /// All that is kept about the student, for who asks for their own.
    @POST
    @Path("{student}/export")
    @Produces(ZIP)
    @For(value = Audience.SUPPORT, fresh = true)
    public Response export(
            @PathParam("student") String student,
            @Nullable Reason reason,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        byte[] zip = data.export(
                Requests.id(student, StudentId::of),
                Requests.body(reason).reason(),
                Caller.person(security).getName(),
                Requests.command(key));
        StreamingOutput bytes = out -> out.write(zip);
        return Response.ok(bytes, ZIP)
                .header("Content-Disposition", "attachment; filename=\"student.zip\"")
                .build();
    }

    /// Not taken back by anybody. Needs no right to see what it destroys.
    @POST
    @Path("{student}/erasure")
    @For(value = Audience.ADMINISTRATOR, fresh = true)
    public void erase(
            @PathParam("student") String student,
            @Nullable Reason reason,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        data.erase(
                Requests.id(student, StudentId::of),
                Requests.body(reason).reason(),
                Caller.person(security).getName(),
                Requests.command(key));
    }
}
