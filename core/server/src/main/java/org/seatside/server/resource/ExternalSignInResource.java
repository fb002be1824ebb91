package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExternalCompletion;
import org.seatside.model.api.ExternalStart;
import org.seatside.model.api.ExternalStarted;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SignedIn;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.server.http.Origins;
import org.seatside.server.oidc.OidcSignIn;
import org.seatside.service.RefusedException;

/// Signing in at the institution's own service, in two steps with a browser between them.
@Path(Paths.EXTERNAL_SIGN_INS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ExternalSignInResource {
    private final @Nullable OidcSignIn oidc;
    private final Origins origins;

    /// @param oidc null where there is none
    public ExternalSignInResource(@Nullable OidcSignIn oidc, Origins origins) {
        this.oidc = oidc;
        this.origins = origins;
    }

    /// Keeps nothing, so that it needs no idempotency key.
    @POST
    @For(Audience.ANYONE)
    public ExternalStarted start(@Nullable ExternalStart start) {
        return configured().start(Requests.body(start));
    }

    /// Like signing in: a session's token exists in one answer only.
    @POST
    @Path("completion")
    @For(Audience.ANYONE)
    public SignedIn complete(@Nullable ExternalCompletion completion) {
        return configured().complete(Requests.body(completion), origins.get());
    }

    private OidcSignIn configured() {
        return Optional.ofNullable(oidc)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND,
                        "no-external-sign-in",
                        "This campus signs in with passwords: use name and password."));
    }
}
