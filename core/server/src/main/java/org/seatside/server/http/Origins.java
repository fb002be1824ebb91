package org.seatside.server.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.service.Origin;

/// Knows where the request that the current thread works on came from: each has its thread from head to answer.
@PreMatching
public final class Origins implements ContainerRequestFilter, ContainerResponseFilter, Supplier<Origin> {
    /// The property of a request that holds the address of its sender.
    static final String ADDRESS = "org.seatside.address";

    @SuppressWarnings("ThreadLocalUsage") // one for each node of this process, and a request ends with its thread
    private final ThreadLocal<Origin> current = new ThreadLocal<>();

    @Override
    public void filter(ContainerRequestContext request) {
        String address = request.getProperty(ADDRESS) instanceof String text ? text : null;
        begin(address, request.getHeaderString(HttpHeaders.USER_AGENT));
    }

    /// From here on, this thread works on a request from there.
    void begin(@Nullable String address, @Nullable String agent) {
        current.set(new Origin(address, agent));
    }

    void end() {
        current.remove();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        end();
    }

    /// [Origin#INSIDE] outside of a request.
    @Override
    public Origin get() {
        Origin origin = current.get();
        return origin == null ? Origin.INSIDE : origin;
    }
}
