package org.seatside.server.http;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.UUID;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.Problem;
import org.seatside.service.RefusedException;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.log.ViewUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place where an exception becomes an answer.
final class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

    @Override
    public Response toResponse(Throwable thrown) {
        return switch (thrown) {
            case RefusedException refused -> refused(refused);
            case NotAppendedException _ -> {
                LOG.warn("a change is not on record: {}", thrown.getMessage());
                yield response(Problems.of(
                                503, "not-recorded", "Nobody knows whether this was recorded: send it again as it is."))
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
            }
            case ViewUnavailableException _ ->
                response(Problems.of(503, "not-ready", "The node is not ready: ask again in a moment."))
                        .header(HttpHeaders.RETRY_AFTER, 1)
                        .build();
            case MalformedJsonException malformed ->
                response(Problems.of(400, "json-malformed", malformed.getMessage()))
                        .build();
            // Without the framework's text: it repeats what was sent.
            case WebApplicationException framework -> framework(framework.getResponse());
            default -> unexpected(thrown);
        };
    }

    private static Response refused(RefusedException refused) {
        Response.ResponseBuilder response = response(Problems.of(refused));
        if (refused.kind() == RefusedException.Kind.UNAUTHENTICATED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return response.build();
    }

    private static Response framework(Response made) {
        Response.ResponseBuilder response = response(Problems.of(made.getStatus()));
        String allow = made.getHeaderString(HttpHeaders.ALLOW);
        if (allow != null) {
            response.header(HttpHeaders.ALLOW, allow);
        }
        return response.build();
    }

    static Response unexpected(Throwable thrown) {
        UUID incident = UUID.randomUUID();
        LOG.error("incident {}", incident, thrown);
        return response(Problems.unexpected(incident)).build();
    }

    private static Response.ResponseBuilder response(Problem problem) {
        return Response.status(problem.status()).type(Problems.MEDIA_TYPE).entity(problem);
    }
}
