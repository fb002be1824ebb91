package org.seatside.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypefaceTest {
    @Test
    void theBestKoreanFamilyIsTaken() {
        assertEquals(
                new Typeface("Noto Sans CJK KR", true),
                Typeface.choose(List.of("Arial", "NanumGothic", "Noto Sans CJK KR")));
        assertEquals(new Typeface("Pretendard", true), Typeface.choose(List.of("Pretendard", "Noto Sans CJK KR")));
    }

    @Test
    void withoutAKoreanFamilyThereIsNoKorean() {
        assertEquals(new Typeface("System", false), Typeface.choose(List.of("Arial", "DejaVu Sans")));
    }
}
