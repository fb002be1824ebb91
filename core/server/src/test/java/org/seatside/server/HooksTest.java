package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.HookSecret;
import org.seatside.model.api.NewHook;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.hook.Hook;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookTrial;

final class HooksTest {
    private record Heard(String id, String timestamp, String signature, String body) {}

    @Test
    void aCheckInIsToldToTheWebhookSigned(@TempDir Path folder) throws Exception {
        List<Heard> heard = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(new Heard(
                    exchange.getRequestHeaders().getFirst("webhook-id"),
                    exchange.getRequestHeaders().getFirst("webhook-timestamp"),
                    exchange.getRequestHeaders().getFirst("webhook-signature"),
                    body));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        NodeConfig config = NodeConfig.in(folder).withWebhooks(new NodeConfig.Webhooks(List.of("127.0.0.1")));
        try (CampusFixture campus = CampusFixture.start(config)) {
            Api admin = campus.admin();
            String url = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
            Hook hook = admin.post(Paths.HOOKS, new NewHook(url, HookFormat.STANDARD, null))
                    .as(Hook.class);
            HookTrial trial = admin.post(Paths.HOOKS + "/" + hook.id() + "/test", java.util.Map.of())
                    .as(HookTrial.class);
            assertEquals(new HookTrial(true, "HTTP_204", trial.millis()), trial);
            assertTrue(heard.removeFirst().body().contains("org.seatside.test"), "the first message is no test");
            String secret = admin.get(Paths.HOOKS + "/" + hook.id() + "/secret")
                    .as(HookSecret.class)
                    .secret();
            campus.student("20230001");
            Kiosks kiosk = Kiosks.pair(admin, "Seat", campus.room("R").id());

            Receipt receipt = kiosk.signIn(campus.open())
                    .post(Paths.CHECK_INS, kiosk.checkIn("20230001"))
                    .as(Receipt.class);

            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !heard.isEmpty());
            Heard message = heard.getFirst();
            assertEquals("msg_" + receipt.id(), message.id());
            assertEquals("v1," + signature(secret, message), message.signature());
            assertTrue(message.body().contains("\"studentNumber\":\"20230001\""), message.body());
            assertEquals(
                    "400 address-refused",
                    admin.post(Paths.HOOKS, new NewHook("https://169.254.169.254/", null, null))
                            .refusal());
            assertEquals(
                    "[]",
                    admin.get(Paths.HOOKS + "/" + hook.id() + "/dead-letters").text());
            admin.delete(Paths.HOOKS + "/" + hook.id()).expect(204);
        } finally {
            receiver.stop(0);
        }
    }

    private static String signature(String secret, Heard message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed = message.id() + "." + message.timestamp() + "." + message.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
