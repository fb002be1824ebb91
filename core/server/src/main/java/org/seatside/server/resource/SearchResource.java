package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SearchHit;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.search.SearchService;

/// One box over everything. Who may not see students does not find them.
@Path(Paths.SEARCH)
@Produces(MediaType.APPLICATION_JSON)
public final class SearchResource {
    private static final int HITS = 20;

    private final SearchService search;

    public SearchResource(SearchService search) {
        this.search = search;
    }

    @GET
    @For(Audience.TEACHING)
    public List<SearchHit> find(
            @QueryParam("q") @Nullable String query,
            @QueryParam("limit") @Nullable String limit,
            @Context SecurityContext security) {
        return search.find(query == null ? "" : query, Caller.person(security).roles(), Requests.limit(limit, HITS));
    }
}
