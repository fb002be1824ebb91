package org.seatside.service;

import org.junit.jupiter.api.Test;
import org.seatside.testkit.ArchitectureRules;

final class ArchitectureTest {
    @Test
    void moduleKeepsTheHouseRules() {
        ArchitectureRules.check("org.seatside.service", 1);
    }

    @Test
    void commandsLeadEveryNodeToTheSameState() {
        ArchitectureRules.checkDeterministic("org.seatside.service.log.AttendanceStateMachine");
    }
}
