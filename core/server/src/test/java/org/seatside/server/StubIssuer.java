package org.seatside.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// An OpenID provider that checks what a provider checks, and lies in one way where told to.
final class StubIssuer implements AutoCloseable {
    /// In which way an ID token is wrong.
    enum Lie {
        NONE,
        NONCE,
        AUDIENCE,
        AUTHORIZED_PARTY,
        ISSUER,
        EXPIRED,
        ALG_NONE,
        ALG_HS256_WITH_THE_PUBLIC_KEY,
        OTHER_KEY,
        NO_SUBJECT,
        NO_TOKEN
    }

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final List<String> refusals = new ArrayList<>();
    private final KeyPair key;
    private final String keyId;
    volatile Lie lie = Lie.NONE;

    StubIssuer() throws IOException, GeneralSecurityException {
        key = newKey();
        keyId = "one";
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/jwks", this::keys);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// Why it refused a code, in order.
    List<String> refusals() {
        return List.copyOf(refusals);
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private void discovery(HttpExchange exchange) throws IOException {
        answer(exchange, """
                {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",\
                "jwks_uri":"%1$s/jwks"}""".formatted(uri()));
    }

    /// Somebody signs in here without being asked: the code goes back at once.
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> query = form(exchange.getRequestURI().getRawQuery());
        String code = "code-" + codes.size();
        codes.put(code, query);
        String back = query.get("redirect_uri") + "?code=" + code + "&state=" + query.get("state");
        exchange.getResponseHeaders().set("Location", back);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> fields = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic " + Base64.getEncoder().encodeToString("seatside:hush+hush".getBytes(StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(fields.getOrDefault("code", ""));
        String refusal = asked == null
                ? "code"
                : !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        ? "client"
                        : !String.valueOf(asked.get("redirect_uri")).equals(fields.get("redirect_uri"))
                                ? "redirect"
                                : !String.valueOf(asked.get("code_challenge"))
                                                .equals(challenge(String.valueOf(fields.get("code_verifier"))))
                                        ? "verifier"
                                        : "";
        if (!refusal.isEmpty() || asked == null) {
            refusals.add(refusal);
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        answer(
                exchange,
                lie == Lie.NO_TOKEN
                        ? "{\"access_token\":\"x\"}"
                        : "{\"access_token\":\"x\",\"id_token\":\"" + idToken(String.valueOf(asked.get("nonce")))
                                + "\"}");
    }

    private synchronized String idToken(String nonce) {
        long now = Instant.now().getEpochSecond();
        String header = switch (lie) {
            case ALG_NONE -> "{\"alg\":\"none\"}";
            case ALG_HS256_WITH_THE_PUBLIC_KEY -> "{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\"}";
            default -> "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + keyId + "\"}";
        };
        String audience = switch (lie) {
            case AUDIENCE -> "\"another\"";
            case AUTHORIZED_PARTY -> "[\"seatside\",\"another\"]";
            default -> "\"seatside\"";
        };
        String claims = "{\"iss\":\"" + (lie == Lie.ISSUER ? "https://another.example" : uri()) + "\""
                + (lie == Lie.NO_SUBJECT ? "" : ",\"sub\":\"kim-7\"")
                + ",\"aud\":" + audience
                + (lie == Lie.AUTHORIZED_PARTY ? ",\"azp\":\"another\"" : "")
                + ",\"nonce\":\"" + (lie == Lie.NONCE ? "another" : nonce) + "\""
                + ",\"iat\":" + (now - 600)
                + ",\"exp\":" + (lie == Lie.EXPIRED ? now - 120 : now + 300) + "}";
        String content = base64(header) + "." + base64(claims);
        return content + "." + BASE64.encodeToString(signature(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] signature(byte[] content) {
        try {
            if (lie == Lie.ALG_NONE) {
                return new byte[0];
            }
            if (lie == Lie.ALG_HS256_WITH_THE_PUBLIC_KEY) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key.getPublic().getEncoded(), "HmacSHA256"));
                return mac.doFinal(content);
            }
            Signature signer = Signature.getInstance("SHA256withRSA");
            signer.initSign(lie == Lie.OTHER_KEY ? newKey().getPrivate() : key.getPrivate());
            signer.update(content);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized void keys(HttpExchange exchange) throws IOException {
        RSAPublicKey rsa = (RSAPublicKey) key.getPublic();
        answer(
                exchange,
                "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"" + keyId + "\",\"n\":\""
                        + unsigned(rsa.getModulus()) + "\",\"e\":\"" + unsigned(rsa.getPublicExponent()) + "\"}]}");
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, String> form(String text) {
        Map<String, String> fields = new TreeMap<>();
        for (String field : text.split("&", -1)) {
            String[] parts = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
