package org.seatside.server.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewNotice;
import org.seatside.model.api.Paths;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.NoticeId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.assist.AssistService;

/// Notices on kiosks, as staff write them.
@Path(Paths.NOTICES)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class NoticesResource {
    private final AssistService assist;

    public NoticesResource(AssistService assist) {
        this.assist = assist;
    }

    @GET
    @For(Audience.STAFF)
    public List<Notice> notices() {
        return assist.notices();
    }

    @POST
    @For(Audience.STAFF)
    public Notice add(
            @Nullable NewNotice notice,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return assist.addNotice(Requests.body(notice), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Notice change(
            @PathParam("id") String id,
            @Nullable NewNotice notice,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return assist.changeNotice(
                Requests.id(id, NoticeId::of),
                Requests.body(notice),
                Caller.person(security).getName(),
                Requests.command(key));
    }

    @DELETE
    @Path("{id}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.STAFF)
    public void remove(
            @PathParam("id") String id,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        assist.removeNotice(
                Requests.id(id, NoticeId::of), Caller.person(security).getName(), Requests.command(key));
    }
}
