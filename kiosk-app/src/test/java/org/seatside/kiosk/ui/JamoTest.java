package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JamoTest {
    @ParameterizedTest
    @CsvSource({"ㅂㅈㄷㄱ, qwer", "안녕, dkssud", "ㅃ쮜, QWnl", "닭, ekfr", "과, rhk", "의, dml", "DP1:, DP1:", "ㅇㅔ1, dp1"})
    void hangulIsTheKeysThatMakeIt(String typed, String keys) {
        assertEquals(keys, Jamo.latin(typed));
    }

    /// A room's tag is hexadecimal digits: with Hangul input on they come as syllables.
    @Test
    void aRoomTagComesBackWhole() {
        String tag = "00ffab12cdbe45ad";

        assertEquals(tag, Jamo.latin("00ㄹㄹ뮤12ㅊㅇㅠㄷ45ㅁㅇ"));
    }

    @Test
    void everySyllableHasItsKeys() {
        for (char syllable = '가'; syllable <= '힣'; syllable++) {
            String keys = Jamo.latin(String.valueOf(syllable));

            assertEquals(true, keys.matches("[A-Za-z]{2,5}"), keys);
        }
    }
}
