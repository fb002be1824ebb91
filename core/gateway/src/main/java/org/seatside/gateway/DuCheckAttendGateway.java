package org.seatside.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Objects;
import org.seatside.model.roster.Room;
import org.seatside.service.gateway.AttendanceGateway;

/// The attendance service `du-checkattend`: one GET per attendance, everything in the query, standard Base64 of UTF-8.
/// Any answer of the 200s counts as accepted. Thread-safe.
public final class DuCheckAttendGateway implements AttendanceGateway, AutoCloseable {
    /// The `Z` on Korean local time is the service's own quirk; nothing else of ours writes time like this.
    private static final DateTimeFormatter TIME_STAMP = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneId.of("Asia/Seoul"));

    private final String base;
    private final GuardedHttp http;

    /// @param base address of the service without a query
    /// @throws IllegalArgumentException where it is no such address
    public DuCheckAttendGateway(String base, GatewayTimeouts timeouts) {
        URI address = GuardedHttp.address("upstream.base", base);
        if (address.getRawQuery() != null) {
            throw new IllegalArgumentException("upstream.base must have no query");
        }
        this.base = base;
        http = new GuardedHttp(address, timeouts);
    }

    @Override
    public String kind() {
        return "du-checkattend";
    }

    @Override
    public boolean knows(Room room) {
        return room.tag() != null;
    }

    @Override
    public Answer send(Call call) {
        return switch (http.send(HttpRequest.newBuilder(address(call)).GET())) {
            case GuardedHttp.Exchange.Broken broken -> new Answer.Unknown(broken.code());
            case GuardedHttp.Exchange.Answered answered ->
                Verdicts.ofStatus(answered.status()).orElseGet(Answer.Accepted::new);
        };
    }

    URI address(Call call) {
        String tag = Objects.requireNonNull(call.room().tag(), "a room this service does not know");
        return URI.create(base + "?sno=" + base64(call.student().number())
                + "&nfc=" + base64(tag)
                + "&type=" + base64("Q")
                + "&gpsLati=" + base64("0")
                + "&gpsLong=" + base64("0")
                + "&time_stamp=" + Encoding.URL_COMPONENT.encode(TIME_STAMP.format(call.at()))
                + "&ver=24");
    }

    private static String base64(String text) {
        return Encoding.URL_COMPONENT.encode(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        http.close();
    }
}
