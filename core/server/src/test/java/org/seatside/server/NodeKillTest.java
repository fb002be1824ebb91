package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.testkit.Seeds;

/// Nodes are killed with SIGKILL at random moments under load. One alone twelve times in every run, fifty with
/// `-Dseatside.long=true`; of three that keep one log some at a time, in six rounds or 300.
final class NodeKillTest {
    private static final int ROUNDS = Boolean.getBoolean("seatside.long") ? 50 : 12;
    private static final int ROUNDS_OF_THREE = Boolean.getBoolean("seatside.long") ? 300 : 6;
    private static final int ROUNDS_WITH_THE_BUG = 4;

    @Test
    void nothingAcknowledgedIsLostOrDoubledHoweverOftenTheNodeIsKilled(@TempDir Path folder) throws Exception {
        KillRounds.Findings findings = new KillRounds(NodeMain.class, folder, Seeds.next(), 1).run(ROUNDS);

        assertEquals(Set.of(), findings.lost(), "acknowledged and lost");
        assertEquals(Set.of(), findings.doubled(), "there twice");
        assertEquals(Set.of(), findings.firsts(), "told twice that it is the first");
        assertTrue(findings.acknowledged() > ROUNDS, "hardly anything was sent: " + findings);
        assertTrue(findings.resent() > 0, "nothing met a kill: " + findings);
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledWhicheverOfThreeNodesAreKilled(@TempDir Path folder) throws Exception {
        KillRounds.Findings findings = new KillRounds(NodeMain.class, folder, Seeds.next(), 3).run(ROUNDS_OF_THREE);

        assertEquals(Set.of(), findings.lost(), "acknowledged and lost");
        assertEquals(Set.of(), findings.doubled(), "there twice");
        assertEquals(Set.of(), findings.firsts(), "told twice that it is the first");
        assertTrue(findings.kills() >= ROUNDS_OF_THREE, "hardly anything was killed: " + findings);
        assertTrue(findings.acknowledged() > ROUNDS_OF_THREE, "hardly anything was sent: " + findings);
        assertTrue(findings.resent() > 0, "nothing met a kill: " + findings);
    }

    @Test
    void nodeThatAcknowledgesBeforeTheLogHasItIsFoundOut(@TempDir Path folder) throws Exception {
        KillRounds.Findings findings =
                new KillRounds(HastyNodeMain.class, folder, Seeds.next(), 1).run(ROUNDS_WITH_THE_BUG);

        assertFalse(findings.clean(), "the bug was not found: " + findings);
        assertFalse(findings.lost().isEmpty(), "nothing was lost: " + findings);
    }
}
