package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeviceKeyTest {
    @TempDir
    private Path folder;

    @Test
    void keyIsMadeOnceAndSignsForItsPublicHalf() throws Exception {
        Path file = folder.resolve("device.key");
        DeviceKey made = DeviceKey.at(file);
        DeviceKey read = DeviceKey.at(file);
        byte[] message = {1, 2, 3};

        assertEquals(made.publicKey(), read.publicKey());
        assertTrue(Ed25519.verify(
                Ed25519.publicKey(made.publicKey()),
                message,
                Base64.getDecoder().decode(read.sign(message))));
        assertFalse(Ed25519.verify(
                Ed25519.publicKey(made.publicKey()),
                new byte[3],
                Base64.getDecoder().decode(read.sign(message))));
    }

    @Test
    void fileOthersMayReadIsRefused() throws Exception {
        Path file = folder.resolve("device.key");
        DeviceKey _ = DeviceKey.at(file);
        if (!PrivateFile.posix(file)) {
            return;
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        Path _ = Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        IOException refused = assertThrows(IOException.class, () -> DeviceKey.at(file));
        assertEquals("Others may read the device key: chmod 600 " + file, refused.getMessage());
    }

    @Test
    void damagedKeyIsRefusedWithoutQuotingIt() throws Exception {
        Path file = folder.resolve("device.key");
        DeviceKey _ = DeviceKey.at(file);
        List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
        Path other = folder.resolve("other.key");
        DeviceKey _ = DeviceKey.at(other);
        List<String> others = Files.readAllLines(other, StandardCharsets.US_ASCII);
        List<String> contents = List.of(
                "",
                lines.getFirst(),
                lines.getFirst().substring(4) + "\n" + lines.getLast(),
                lines.getFirst() + "\n" + others.getLast(),
                "%%%\n%%%");

        for (String content : contents) {
            Path _ = Files.writeString(file, content, StandardCharsets.US_ASCII);

            IOException refused = assertThrows(IOException.class, () -> DeviceKey.at(file));
            assertEquals(null, refused.getCause());
        }
    }
}
