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
import org.seatside.model.api.NewListing;
import org.seatside.model.api.Paths;
import org.seatside.model.directory.Listing;
import org.seatside.model.directory.ListingId;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.search.SearchService;

/// Facilities and contacts.
@Path(Paths.LISTINGS)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public final class ListingsResource {
    private final SearchService search;

    public ListingsResource(SearchService search) {
        this.search = search;
    }

    @GET
    @For(Audience.TEACHING)
    public List<Listing> listings() {
        return search.listings(null);
    }

    @POST
    @For(Audience.STAFF)
    public Listing add(
            @Nullable NewListing listing,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return search.addListing(Requests.body(listing), Caller.person(security).getName(), Requests.command(key));
    }

    @PUT
    @Path("{id}")
    @For(Audience.STAFF)
    public Listing change(
            @PathParam("id") String id,
            @Nullable NewListing listing,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security) {
        return search.changeListing(
                Requests.id(id, ListingId::of),
                Requests.body(listing),
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
        search.removeListing(
                Requests.id(id, ListingId::of), Caller.person(security).getName(), Requests.command(key));
    }
}
