package org.seatside.payload;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a device needs to become a kiosk, as one text that it can look at: `seatside:pair?node=…&code=…`, both parts
/// percent-encoded.
///
/// @param node address of the node, http or https; ends in what its clients pin where it has TLS
/// @param code of the invitation, good once
public record PairingCode(URI node, String code) {
    private static final int LONGEST = 600;
    private static final Pattern TEXT = Pattern.compile("seatside:pair\\?node=([^&=]+)&code=([^&=]+)");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z-]{4,64}");

    /// @throws IllegalArgumentException where the address is none of a node, or the code is none
    public PairingCode {
        boolean http = "http".equals(node.getScheme()) || "https".equals(node.getScheme());
        if (!http
                || node.getHost() == null
                || node.getUserInfo() != null
                || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("not a node's address and a code");
        }
    }

    /// As it stands in a QR code.
    public String text() {
        return "seatside:pair?node=" + encoded(node.toString()) + "&code=" + encoded(code);
    }

    /// What [#text] wrote; empty where it did not.
    public static Optional<PairingCode> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (text.length() > LONGEST || !parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PairingCode(new URI(decoded(parts.group(1))), decoded(parts.group(2))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /// Without the code.
    @Override
    public String toString() {
        return "PairingCode[" + node + "]";
    }
}
