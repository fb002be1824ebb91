package org.seatside.payload;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The bytes that are signed: a domain of 12 ASCII characters, a zero byte, the institution, then the content. The
/// domain keeps a signature made for one purpose from being shown for another.
final class SignedMessage {
    private static final String ISSUER = "DUPASS-1-ISS";
    private static final String DEVICE = "DUPASS-1-DEV";
    private static final String ROOM = "DUROOM-1-ISS";

    private SignedMessage() {}

    /// @param content header, for a device pass followed by the device's public key
    static byte[] issuer(InstitutionId institution, byte[] content) {
        return of(ISSUER, institution, content);
    }

    /// @param grant header, device key and issuer signature
    /// @param slot three bytes
    static byte[] device(InstitutionId institution, byte[] grant, byte[] slot) {
        return of(DEVICE, institution, sha256(grant), slot);
    }

    /// @param content header and room id
    static byte[] room(InstitutionId institution, byte[] content) {
        return of(ROOM, institution, content);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no SHA-256", e);
        }
    }

    private static byte[] of(String domain, InstitutionId institution, byte[]... parts) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(domain.getBytes(StandardCharsets.US_ASCII));
        message.write(0);
        message.writeBytes(institution.bytes());
        for (byte[] part : parts) {
            message.writeBytes(part);
        }
        return message.toByteArray();
    }
}
