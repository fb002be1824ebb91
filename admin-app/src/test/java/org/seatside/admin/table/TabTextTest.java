package org.seatside.admin.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TabTextTest {
    @Test
    void aCellStaysOneCellAndTextStaysText() {
        String text = TabText.of(List.of("학번", "이름"), List.of(List.of("20251678", "홍\t길\n동"), List.of("=1+1", "+82")));

        assertEquals("학번\t이름\n20251678\t홍 길 동\n'=1+1\t'+82\n", text);
    }
}
