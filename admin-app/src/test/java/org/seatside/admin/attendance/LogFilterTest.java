package org.seatside.admin.attendance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.ExportFilter;

class LogFilterTest {
    @Test
    void aFilterIsRememberedAsItWas() {
        LogFilter filter = new LogFilter(30, Set.of(LogFilter.Kind.LATE, LogFilter.Kind.UNSURE));

        assertEquals("30:LATE,UNSURE", filter.text());
        assertEquals(Optional.of(filter), LogFilter.of(filter.text()));
        assertEquals(Optional.of(LogFilter.TODAY), LogFilter.of("1:"));
    }

    @Test
    void whatIsNoFilterIsNone() {
        assertEquals(Optional.empty(), LogFilter.of("soon"));
    }

    @Test
    void theNodeLooksForOneOutcomeItself() {
        LogFilter late = new LogFilter(7, Set.of(LogFilter.Kind.LATE));
        LogFilter several = new LogFilter(7, Set.of(LogFilter.Kind.LATE, LogFilter.Kind.REFUSED));

        assertEquals(new ExportFilter(null, null, null, null, null, null, "Late", null), late.atNode());
        assertEquals(LogFilter.Kind.LATE, late.only());
        assertEquals(ExportFilter.ALL, several.atNode());
        assertEquals(null, several.only());
    }
}
