package org.seatside.admin.kiosk;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What a device needs to become a kiosk, as one text to be scanned: `seatside:pair?node=…&code=…`, both parts
/// percent-encoded. The node's address ends in what its clients pin, where it has TLS.
final class PairingText {
    private PairingText() {}

    static String of(URI node, String code) {
        return "seatside:pair?node=" + encoded(node.toString()) + "&code=" + encoded(code);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
