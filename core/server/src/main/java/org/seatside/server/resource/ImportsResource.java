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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Paths;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.imports.ImportTicket;
import org.seatside.model.imports.NewImport;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.seatside.service.imports.ImportFiles;
import org.seatside.service.imports.ImportRow;
import org.seatside.service.imports.ImportService;

/// Rosters and rooms from files: sent in parts, looked at, applied as a whole.
@Path(Paths.IMPORTS)
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {
    private final Files files;
    private final ImportFiles reader;
    private final ImportService imports;

    public ImportsResource(Files files, ImportFiles reader, ImportService imports) {
        this.files = files;
        this.reader = reader;
        this.imports = imports;
    }

    /// Where files are until they are applied or dropped. Each is its sender's alone.
    public interface Files {
        ImportTicket begin(NewImport file, String actor) throws IOException;

        /// @param number from 0
        void part(String id, int number, byte[] bytes, String actor) throws IOException;

        /// @throws RefusedException where parts are missing
        Whole whole(String id, String actor) throws IOException;

        void drop(String id, String actor) throws IOException;

        /// A file that is all there.
        record Whole(java.nio.file.Path path, String name) {}
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @For(Audience.ADMINISTRATOR)
    public ImportTicket begin(@Nullable NewImport file, @Context SecurityContext security) throws IOException {
        return files.begin(Requests.body(file), actor(security));
    }

    @PUT
    @Path("{id}/parts/{number}")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public void part(
            @PathParam("id") String id,
            @PathParam("number") String number,
            byte @Nullable [] bytes,
            @Context SecurityContext security)
            throws IOException {
        if (!number.matches("[0-9]{1,6}")) {
            throw new RefusedException(RefusedException.Kind.NOT_FOUND, "not-found", "There is no such part.");
        }
        files.part(id, Integer.parseInt(number), Requests.body(bytes), actor(security));
    }

    /// What it would change; changes nothing.
    @GET
    @Path("{id}/plan")
    @For(Audience.ADMINISTRATOR)
    public ImportPlan plan(@PathParam("id") String id, @Context SecurityContext security) throws IOException {
        return imports.plan(rows(id, security));
    }

    /// @param ifMatch the digest of the plan that was agreed to, in quotes
    @POST
    @Path("{id}/apply")
    @Consumes(MediaType.WILDCARD)
    @For(Audience.ADMINISTRATOR)
    public ImportPlan apply(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(Requests.IDEMPOTENCY_KEY) @Nullable String key,
            @Context SecurityContext security)
            throws IOException {
        if (ifMatch == null || !ifMatch.matches("\"[0-9a-f]{64}\"")) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "if-match-needed",
                    "An import carries If-Match: \"digest\", the one of the plan that was looked at.");
        }
        String digest = ifMatch.substring(1, ifMatch.length() - 1);
        return imports.apply(rows(id, security), digest, actor(security), Requests.command(key));
    }

    @DELETE
    @Path("{id}")
    @For(Audience.ADMINISTRATOR)
    public void drop(@PathParam("id") String id, @Context SecurityContext security) throws IOException {
        files.drop(id, actor(security));
    }

    private List<ImportRow> rows(String id, SecurityContext security) throws IOException {
        Files.Whole whole = files.whole(id, actor(security));
        return reader.read(whole.path(), whole.name());
    }

    private static String actor(SecurityContext security) {
        return Caller.person(security).getName();
    }
}
