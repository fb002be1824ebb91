package org.seatside.server.http;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.server.ContainerException;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes one answer from Jersey to Jetty: streams as they come, all else at once.
final class JerseyAnswer implements ContainerResponseWriter {
    private static final Logger LOG = LoggerFactory.getLogger(JerseyAnswer.class);

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Json json;
    private @Nullable ByteArrayOutputStream whole;

    JerseyAnswer(Request request, Response response, Callback callback, Json json) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.json = json;
    }

    @Override
    public OutputStream writeResponseStatusAndHeaders(long length, ContainerResponse answer) throws ContainerException {
        response.setStatus(answer.getStatus());
        answer.getStringHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value)));
        if (answer.getEntity() instanceof StreamingOutput) {
            return Content.Sink.asOutputStream(response);
        }
        whole = new ByteArrayOutputStream(512);
        return whole;
    }

    @Override
    public void commit() {
        if (whole == null) {
            callback.succeeded();
            return;
        }
        // For HEAD, Jersey writes no body, so nobody knows its length.
        if (response.getStatus() != 204 && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, whole.size());
        }
        response.write(true, ByteBuffer.wrap(whole.toByteArray()), callback);
    }

    @Override
    public void failure(Throwable error) {
        if (response.isCommitted()) {
            // The client is gone or too slow for its stream; there is nobody left to tell.
            LOG.debug("answer broken off: {}", error.getClass().getSimpleName());
            callback.failed(error);
            return;
        }
        UUID incident = UUID.randomUUID();
        LOG.error("incident {}", incident, error);
        response.reset();
        response.setStatus(500);
        JettyProblems.write(response, callback, json.write(Problems.unexpected(incident)));
    }

    @Override
    public boolean suspend(long timeOut, TimeUnit unit, @Nullable TimeoutHandler handler) {
        throw new UnsupportedOperationException("resources answer on the thread they are called on");
    }

    @Override
    public void setSuspendTimeout(long timeOut, TimeUnit unit) {
        throw new UnsupportedOperationException("resources answer on the thread they are called on");
    }

    @Override
    public boolean enableResponseBuffering() {
        return false;
    }
}
