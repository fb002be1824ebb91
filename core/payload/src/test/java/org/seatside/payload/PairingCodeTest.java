package org.seatside.payload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairingCodeTest {
    private static final PairingCode CODE =
            new PairingCode(URI.create("https://node.example:8470#ca=3q2-7wAA"), "SWY1DGJS");

    @Test
    void whatIsWrittenIsRead() {
        String text = "seatside:pair?node=https%3A%2F%2Fnode.example%3A8470%23ca%3D3q2-7wAA&code=SWY1DGJS";

        assertEquals(text, CODE.text());
        assertEquals(Optional.of(CODE), PairingCode.parse(text));
        assertFalse(CODE.toString().contains("SWY1DGJS"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "seatside:pair",
                "seatside:pair?node=&code=",
                "seatside:pair?code=SWY1DGJS&node=http%3A%2F%2Fa",
                "seatside:pair?node=file%3A%2F%2F%2Fetc%2Fpasswd&code=SWY1DGJS",
                "seatside:pair?node=http%3A%2F%2Fuser%40a&code=SWY1DGJS",
                "seatside:pair?node=http%3A%2F%2Fa&code=SWY1%0ADGJS",
                "seatside:pair?node=http%3A%2F%2Fa%&code=SWY1DGJS",
                "seatside:pair?node=http%3A%2F%2Fa+b&code=SWY1DGJS",
                "seatside:pair?node=http%3A%2F%2Fa&code=SWY1DGJS&more=1",
                " seatside:pair?node=http%3A%2F%2Fa&code=SWY1DGJS"
            })
    void otherTextsAreNone(String text) {
        assertEquals(Optional.empty(), PairingCode.parse(text));
    }
}
