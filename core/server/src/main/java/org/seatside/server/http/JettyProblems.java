package org.seatside.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.seatside.json.Json;

/// Jetty's own errors, from malformed requests to time-outs, in the same words as all others.
final class JettyProblems extends ErrorHandler {
    private final Json json;

    JettyProblems(Json json) {
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus() >= HttpStatus.BAD_REQUEST_400 ? response.getStatus() : 500;
        write(response, callback, json.write(Problems.of(status)));
        return true;
    }

    static void write(Response response, Callback callback, byte[] problem) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, problem.length);
        response.write(true, ByteBuffer.wrap(problem), callback);
    }
}
