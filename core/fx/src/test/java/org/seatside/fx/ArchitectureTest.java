package org.seatside.fx;

import org.junit.jupiter.api.Test;
import org.seatside.testkit.ArchitectureRules;

final class ArchitectureTest {
    @Test
    void moduleKeepsTheHouseRules() {
        ArchitectureRules.check("org.seatside.fx", 8);
    }
}
