package org.seatside.exchange;

import org.junit.jupiter.api.Test;
import org.seatside.testkit.ArchitectureRules;

final class ArchitectureTest {
    @Test
    void moduleKeepsTheHouseRules() {
        ArchitectureRules.check("org.seatside.exchange", 14);
    }
}
