package org.seatside.kiosk.ui;

import java.util.HashMap;
import java.util.Map;

/// Takes Hangul back to the Latin keys that make it on the usual Korean keyboard (KS X 5002, two sets), for a
/// scanner
/// that types while Hangul input is on.
final class Jamo {
    private static final String INITIAL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String MEDIAL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
    private static final String FINAL = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";

    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';
    private static final int FINALS = FINAL.length() + 1;

    private static final Map<Character, String> KEYS = keys();

    private Jamo() {}

    private static Map<Character, String> keys() {
        Map<Character, String> keys = new HashMap<>();
        String pairs = "ㅂq ㅃQ ㅈw ㅉW ㄷe ㄸE ㄱr ㄲR ㅅt ㅆT ㅛy ㅕu ㅑi ㅐo ㅒO ㅔp ㅖP ㅁa ㄴs ㅇd ㄹf ㅎg ㅗh ㅓj ㅏk ㅣl "
                + "ㅋz ㅌx ㅊc ㅍv ㅠb ㅜn ㅡm ㅘhk ㅙho ㅚhl ㅝnj ㅞnp ㅟnl ㅢml "
                + "ㄳrt ㄵsw ㄶsg ㄺfr ㄻfa ㄼfq ㄽft ㄾfx ㄿfv ㅀfg ㅄqt";
        for (String pair : Texts.words(pairs)) {
            keys.put(pair.charAt(0), pair.substring(1));
        }
        return Map.copyOf(keys);
    }

    /// The same text with every Hangul letter and syllable as its keys.
    static String latin(String text) {
        StringBuilder latin = new StringBuilder();
        text.chars().forEach(unit -> latin.append(keys((char) unit)));
        return latin.toString();
    }

    private static String keys(char unit) {
        if (unit >= FIRST_SYLLABLE && unit <= LAST_SYLLABLE) {
            int syllable = unit - FIRST_SYLLABLE;
            int last = syllable % FINALS;
            int vowel = syllable / FINALS % MEDIAL.length();
            String keys = key(INITIAL.charAt(syllable / FINALS / MEDIAL.length())) + key(MEDIAL.charAt(vowel));
            return last == 0 ? keys : keys + key(FINAL.charAt(last - 1));
        }
        return KEYS.getOrDefault(unit, String.valueOf(unit));
    }

    private static String key(char letter) {
        return KEYS.getOrDefault(letter, "");
    }
}
