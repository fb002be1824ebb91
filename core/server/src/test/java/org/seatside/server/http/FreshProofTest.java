package org.seatside.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatside.json.Json;
import org.seatside.model.api.Problem;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;

/// What needs a fresh proof is refused to who has the right and an old one, and says so.
final class FreshProofTest {
    private static final AccountId ACCOUNT = AccountId.of("00000000-0000-7000-8000-000000000001");

    public record Kept(String what) {}

    @Path("/kept")
    @Produces(MediaType.APPLICATION_JSON)
    public static final class KeptResource {
        @GET
        @For(value = Audience.ADMINISTRATOR, fresh = true)
        public Kept taken() {
            return new Kept("secret");
        }

        @GET
        @Path("usual")
        @For(Audience.ADMINISTRATOR)
        public Kept looked() {
            return new Kept("usual");
        }
    }

    @Test
    void anOldProofIsGoodForTheUsualAlone() throws Exception {
        Authenticator sessions = token -> switch (token) {
            case "fresh" -> person(Role.ADMINISTRATOR, true);
            case "old" -> person(Role.ADMINISTRATOR, false);
            case "student" -> person(Role.STUDENT, false);
            default -> Optional.empty();
        };
        try (WebServer web = WebServer.start(
                        WebServer.Listening.locally(),
                        sessions,
                        new Json(),
                        new RequestMetrics(),
                        List.of(new KeptResource()));
                HttpClient client = HttpClient.newHttpClient()) {
            assertEquals("200", get(client, web, "/kept", "fresh"));
            assertEquals("403 " + Problem.PROOF_NEEDED, get(client, web, "/kept", "old"));
            assertEquals("200", get(client, web, "/kept/usual", "old"));
            assertEquals(
                    "403 /problems/not-allowed",
                    get(client, web, "/kept", "student"),
                    "who has no right is not asked for a proof");
        }
    }

    private static Optional<Caller> person(Role role, boolean fresh) {
        return Optional.of(new Caller.Person(ACCOUNT, Set.of(role), "t", null, false, false, fresh));
    }

    private static String get(HttpClient client, WebServer web, String path, String token) throws Exception {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(web.uri().resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        return answer.statusCode() == 200
                ? "200"
                : answer.statusCode() + " "
                        + new Json().read(answer.body(), Problem.class).type();
    }
}
