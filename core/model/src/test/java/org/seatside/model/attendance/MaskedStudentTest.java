package org.seatside.model.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedStudentTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            홍길동, 20251678, 홍*동, 678
            허준, 20251001, 허*, 001
            남궁민수, 20251002, 남**수, 002
            황, 7, *, 7
            Ada Lovelace, 20251003, A*a L******e, 003
            '  ', 20251004, '', 004
            """)
    void showsNoMoreThanASeatNeighbourNeeds(String name, String number, String masked, String tail) {
        assertEquals(new MaskedStudent(masked, tail), MaskedStudent.of(name, number));
    }
}
