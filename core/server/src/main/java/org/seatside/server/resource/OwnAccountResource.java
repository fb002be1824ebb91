package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewPassword;
import org.seatside.model.api.NewProof;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Proven;
import org.seatside.model.api.RecoveryCodes;
import org.seatside.model.api.TotpEnrolment;
import org.seatside.model.api.TotpProof;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.server.http.Origins;
import org.seatside.service.staff.OwnAccountService;

/// The account of who is signed in.
@Path(Paths.OWN_ACCOUNT)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class OwnAccountResource {
    private final OwnAccountService own;
    private final Origins origins;
    private final Duration proofGood;
    private final InstantSource clock;

    /// @param proofGood how long a proof is good
    public OwnAccountResource(OwnAccountService own, Origins origins, Duration proofGood, InstantSource clock) {
        this.own = own;
        this.origins = origins;
        this.proofGood = proofGood;
        this.clock = clock;
    }

    @POST
    @Path("proof")
    @For(Audience.PERSON)
    public Proven prove(
            @Nullable NewProof proof,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Caller.Person person = Caller.person(security);
        own.prove(person.account(), person.token(), Requests.body(proof), origins.get(), Requests.command(key));
        return new Proven(clock.instant().plus(proofGood).truncatedTo(ChronoUnit.SECONDS));
    }

    @PUT
    @Path("password")
    @For(Audience.PERSON)
    public void changePassword(
            @Nullable PasswordChange change,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        Caller.Person person = Caller.person(security);
        own.changePassword(
                person.account(), person.token(), Requests.body(change), origins.get(), Requests.command(key));
    }

    /// Changes nothing until the code is confirmed.
    @POST
    @Path("totp")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.PERSON)
    public TotpEnrolment enrol(
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key, @Context SecurityContext security) {
        return own.enrol(Caller.person(security).account(), Requests.command(key));
    }

    @PUT
    @Path("totp")
    @For(Audience.PERSON)
    public RecoveryCodes confirm(
            @Nullable TotpProof proof,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return own.confirm(Caller.person(security).account(), Requests.body(proof), Requests.command(key));
    }

    /// With the own password, which a request to delete has no body for.
    @POST
    @Path("totp/removal")
    @For(Audience.PERSON)
    public void remove(
            @Nullable NewPassword password,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        own.removeSecondFactor(
                Caller.person(security).account(),
                Requests.body(password).password(),
                origins.get(),
                Requests.command(key));
    }
}
