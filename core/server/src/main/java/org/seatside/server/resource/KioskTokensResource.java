package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.KioskAssertion;
import org.seatside.model.api.KioskToken;
import org.seatside.model.api.Paths;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;
import org.seatside.service.kiosk.KioskTokens;

/// Tokens for kiosks that prove their key. Needs no idempotency key: an assertion is good once.
@Path(Paths.KIOSK_TOKENS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class KioskTokensResource {
    private final KioskTokens tokens;

    public KioskTokensResource(KioskTokens tokens) {
        this.tokens = tokens;
    }

    @POST
    @For(Audience.ANYONE)
    public KioskToken grant(@Nullable KioskAssertion assertion) {
        return tokens.grant(Requests.body(assertion));
    }
}
