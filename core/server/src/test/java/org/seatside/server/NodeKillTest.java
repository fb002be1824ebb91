package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.testkit.Seeds;

/// The node is killed with SIGKILL at random moments under load. Twelve times in every run, fifty with
/// `-Dseatside.long=true`.
final class NodeKillTest {
    private static final int ROUNDS = Boolean.getBoolean("seatside.long") ? 50 : 12;
    private static final int ROUNDS_WITH_THE_BUG = 4;

    @Test
    void nothingAcknowledgedIsLostOrDoubledHoweverOftenTheNodeIsKilled(@TempDir Path folder) throws Exception {
        KillRounds.Findings findings = new KillRounds(NodeMain.class, folder, Seeds.next()).run(ROUNDS);

        assertEquals(Set.of(), findings.lost(), "acknowledged and lost");
        assertEquals(Set.of(), findings.doubled(), "there twice");
        assertEquals(Set.of(), findings.firsts(), "told twice that it is the first");
        assertTrue(findings.acknowledged() > ROUNDS, "hardly anything was sent: " + findings);
        assertTrue(findings.resent() > 0, "nothing met a kill: " + findings);
    }

    @Test
    void nodeThatAcknowledgesBeforeTheLogHasItIsFoundOut(@TempDir Path folder) throws Exception {
        KillRounds.Findings findings =
                new KillRounds(HastyNodeMain.class, folder, Seeds.next()).run(ROUNDS_WITH_THE_BUG);

        assertFalse(findings.clean(), "the bug was not found: " + findings);
        assertFalse(findings.lost().isEmpty(), "nothing was lost: " + findings);
    }
}
