package org.seatside.service.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.hook.HookFormat;
import org.seatside.model.hook.HookId;

/// What a webhook is told of a check-in, signed by Standard Webhooks 1.0: the signature is HMAC-SHA256 over
/// `{id}.{timestamp}.{body}`, so that neither can be put to another. The id comes from the check-in: it is the
/// same however often and from wherever the message is sent.
final class HookMessage {
    private static final String TYPE = "org.seatside.check-in";
    private static final String TEST_TYPE = "org.seatside.test";

    private final String id;
    private final byte[] body;
    private final HookFormat format;

    /// A body's `data`.
    record Data(
            String checkIn,
            String outcome,
            Instant takenAt,
            Instant receivedAt,
            String kiosk,
            @Nullable String room,
            @Nullable String meeting,
            @Nullable String studentNumber,
            boolean provisional) {}

    private record Standard(String type, Instant timestamp, Data data) {}

    private record Cloud(
            String specversion,
            String id,
            String source,
            String type,
            Instant time,
            String datacontenttype,
            Data data) {}

    private HookMessage(String id, byte[] body, HookFormat format) {
        this.id = id;
        this.body = body;
        this.format = format;
    }

    /// @param source of CloudEvents: a URI reference that stands for this campus
    /// @param json writes a value as JSON
    static HookMessage of(CheckInEvent event, HookFormat format, String source, Function<Object, byte[]> json) {
        Data data = new Data(
                event.id().toString(),
                event.outcome(),
                event.takenAt(),
                event.receivedAt(),
                event.kioskName(),
                event.roomName(),
                event.meeting(),
                event.studentNumber(),
                event.provisional());
        String id = "msg_" + event.id();
        byte[] body = json.apply(
                switch (format) {
                    case STANDARD -> new Standard(TYPE, event.receivedAt(), data);
                    case CLOUD_EVENTS ->
                        new Cloud("1.0", id, source, TYPE, event.receivedAt(), "application/json", data);
                });
        return new HookMessage(id, body, format);
    }

    /// One that is about nobody, to see whether the webhook takes messages. Its type says so.
    static HookMessage test(HookId hook, Instant now, HookFormat format, String source, Function<Object, byte[]> json) {
        String id = "msg_test_" + hook + "_" + now.toEpochMilli();
        byte[] body = json.apply(
                switch (format) {
                    case STANDARD -> new StandardTest(TEST_TYPE, now);
                    case CLOUD_EVENTS -> new CloudTest("1.0", id, source, TEST_TYPE, now);
                });
        return new HookMessage(id, body, format);
    }

    private record StandardTest(String type, Instant timestamp) {}

    private record CloudTest(String specversion, String id, String source, String type, Instant time) {}

    byte[] body() {
        return body;
    }

    /// @param now of this try: receivers refuse what is minutes old
    Map<String, String> headers(byte[] key, Instant now) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(
                "content-type",
                format == HookFormat.STANDARD ? "application/json" : "application/cloudevents+json; charset=utf-8");
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", Long.toString(now.getEpochSecond()));
        headers.put("webhook-signature", "v1," + signature(key, id, now.getEpochSecond(), body));
        return headers;
    }

    static String signature(byte[] key, String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
