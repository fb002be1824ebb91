package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;

/// This API in the words of OpenAPI.
@Path(Paths.OPENAPI)
@Produces(MediaType.APPLICATION_JSON)
public final class OpenApiResource {
    private final Supplier<Map<String, Object>> maker;
    private volatile @Nullable Object document;

    /// @param maker makes the document when the first asks for it: most nodes are never asked
    public OpenApiResource(Supplier<Map<String, Object>> maker) {
        this.maker = maker;
    }

    @GET
    @For(Audience.ANYONE)
    public Response document() {
        Object made = document;
        if (made == null) {
            made = maker.get();
            document = made;
        }
        return Response.ok(made).build();
    }
}
