package org.seatside.payload;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.util.Optional;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// Reads the room tags that hang at a campus already: 32 or 64 hexadecimal digits, AES/ECB/PKCS5 under the
/// institution's key, in them the name of the tag in UTF-8. Node only; the key never reaches a kiosk.
///
/// ECB is the format of those tags and is used for nothing else: it hides neither equality nor tampering of blocks,
/// and about one random text in 256 decrypts to something. What comes out must therefore be looked up among the tags
/// of known rooms before it means anything, and attempts must be limited in rate.
///
/// Reads but cannot write: no method gives a ciphertext away, so having this object is not being able to make tags.
///
/// Immutable; for any number of threads.
public final class RoomTagCipher {
    private static final String TRANSFORMATION = "AES/ECB/PKCS5Padding";
    private static final int MAX_BLOCKS_LENGTH = 32;

    private final SecretKey key;

    /// A reader with one key.
    ///
    /// @throws IllegalArgumentException where `key` is no AES key
    public RoomTagCipher(SecretKey key) {
        this.key = key;
        try {
            cipher(Cipher.DECRYPT_MODE);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The room tag key must be an AES key of 128, 192 or 256 bits", e);
        }
    }

    /// The name in a tag, 1 to 31 bytes of UTF-8 without control or format characters. Empty for everything else,
    /// with no hint at which step: form, padding, encoding or content.
    public Optional<String> decrypt(String text) {
        return RoomTagDigest.ciphertext(text).flatMap(this::decipher).filter(RoomTagCipher::isName);
    }

    /// The digest by which a kiosk knows the tag with this name; empty where no tag can hold the name.
    public Optional<RoomTagDigest> digestOf(String name) {
        if (!isName(name)) {
            return Optional.empty();
        }
        try {
            byte[] plain = bytes(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(name)));
            return plain.length < MAX_BLOCKS_LENGTH
                    ? Optional.of(RoomTagDigest.ofCiphertext(
                            cipher(Cipher.ENCRYPT_MODE).doFinal(plain)))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Working out a room tag failed", e);
        }
    }

    private Optional<String> decipher(byte[] ciphertext) {
        try {
            byte[] plain = cipher(Cipher.DECRYPT_MODE).doFinal(ciphertext);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(plain))
                    .toString());
        } catch (BadPaddingException | CharacterCodingException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Reading a room tag failed", e);
        }
    }

    private Cipher cipher(int mode) throws InvalidKeyException {
        try {
            Cipher cipher = Cipher.getInstance(TRANSFORMATION);
            cipher.init(mode, key);
            return cipher;
        } catch (InvalidKeyException e) {
            throw e;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working AES", e);
        }
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.codePoints().noneMatch(c -> switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE -> true;
                    default -> false;
                });
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
