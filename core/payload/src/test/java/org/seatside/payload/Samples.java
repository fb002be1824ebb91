package org.seatside.payload;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/// The published keys and the values the vectors were made with.
final class Samples {
    static final InstitutionId INSTITUTION = InstitutionId.parse("00112233445566778899aabbccddeeff");
    static final int KID = 7;
    /// RFC 8032 section 7.1 TEST 1.
    static final PrivateKey ISSUER = ed25519("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
    static final IssuerPublicKey ISSUER_PUBLIC =
            IssuerPublicKey.parse("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    static final IssuerKeys KEYS = new IssuerKeys(INSTITUTION, Map.of(KID, ISSUER_PUBLIC));
    static final ZoneId CAMPUS = ZoneId.of("Asia/Seoul");

    /// RFC 8032 section 7.1 TEST 2.
    static final PrivateKey PHONE_ED25519 = ed25519("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");
    static final PublicKey PHONE_ED25519_PUBLIC =
            ed25519Public("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    /// RFC 6979 section A.2.5.
    static final PublicKey PHONE_P256_PUBLIC =
            p256Public("0360fed4ba255a9d31c961eb74c6356d68c049b8923b61fa6ce669622e60f29fb6");
    static final PrivateKey PHONE_P256 = p256("c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721");

    static final PassHandle HANDLE = PassHandle.parse("0102030405060a");
    static final int GENERATION = 3;
    static final LocalDate EXPIRES = LocalDate.of(2027, 9, 1);
    static final long SLOT = 1_862_400;
    static final Instant IN_SLOT = Instant.parse("2026-11-20T08:00:07Z");
    static final UUID ROOM = UUID.fromString("0198f2a4-c1d0-7b3e-9a5f-6c7d8e9fa0b1");

    static final PassVerifier VERIFIER = new PassVerifier(KEYS, CAMPUS);
    static final List<Vector> VECTORS = vectors();

    record Vector(String name, String classification, String code, String text) {}

    private Samples() {}

    static Vector vector(String name) {
        return VECTORS.stream()
                .filter(vector -> vector.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static PassCheck verify(String text) {
        return VERIFIER.verify(text, IN_SLOT, Duration.ZERO);
    }

    static byte[] body(SignedText form, String text) {
        return form.body(text).orElseThrow();
    }

    private static List<Vector> vectors() {
        try (InputStream in = Objects.requireNonNull(Samples.class.getResourceAsStream("payload-vectors.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", 4))
                    .map(field -> new Vector(field[0], field[1], field[2], field[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PrivateKey ed25519(String seed) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(
                            NamedParameterSpec.ED25519, HexFormat.of().parseHex(seed)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey ed25519Public(String raw) {
        try {
            return Ed25519.decode(HexFormat.of().parseHex(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PublicKey p256Public(String raw) {
        try {
            return P256.decode(HexFormat.of().parseHex(raw));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PrivateKey p256(String scalar) {
        try {
            ECPublicKey point = (ECPublicKey) PHONE_P256_PUBLIC;
            return KeyFactory.getInstance("EC")
                    .generatePrivate(new ECPrivateKeySpec(new BigInteger(scalar, 16), point.getParams()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
