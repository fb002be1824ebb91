package org.seatside.admin.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.seatside.admin.ui.Notice;
import org.seatside.fx.testing.SynchronousTasks;
import org.seatside.model.api.NewProof;

class ProofViewModelTest {
    private final ProofViewModel proof = new ProofViewModel(new SynchronousTasks());

    @Test
    void theCallWaitsForWhatIsTypedAndTellsCodesFromPasswords() {
        CompletableFuture<Optional<NewProof>> call = CompletableFuture.supplyAsync(() -> proof.ask(false));
        Awaitility.await().until(() -> proof.asking().get());
        proof.prove();
        assertEquals(Notice.failed("entry.missing"), proof.error().get());

        proof.typed().set(" 123456 ");
        proof.prove();

        assertEquals(Optional.of(NewProof.ofCode("123456")), call.join());
        assertEquals("", proof.typed().get());
        assertEquals(
                NewProof.ofPassword("a sentence nobody would guess"),
                ProofViewModel.proof("a sentence nobody would guess"));
    }

    @Test
    void whoTakesItBackLeavesTheCallWithoutAProof() {
        CompletableFuture<Optional<NewProof>> call = CompletableFuture.supplyAsync(() -> proof.ask(true));
        Awaitility.await().until(() -> proof.asking().get());
        assertEquals(Notice.failed("proof.wrong"), proof.error().get());

        proof.cancel();

        assertEquals(Optional.empty(), call.join());
    }
}
