package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.seatside.model.api.Paths;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Exposition;
import org.seatside.server.http.For;

/// Metrics for Prometheus.
@Path(Paths.METRICS)
public final class MetricsResource {
    private final Consumer<Exposition> metrics;

    /// @param metrics writes all there are
    public MetricsResource(Consumer<Exposition> metrics) {
        this.metrics = metrics;
    }

    @GET
    @For(Audience.OPERATOR)
    public Response metrics() {
        Exposition text = new Exposition();
        metrics.accept(text);
        StreamingOutput body = out -> out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        return Response.ok(body).header("Content-Type", Exposition.MEDIA_TYPE).build();
    }
}
