package org.seatside.client;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewProof;

/// Sends a call again once its person has proved who they are, where the node asks for that. Calls that need it at
/// the same time ask once. Thread-safe.
final class ProofGate {
    private final NodeClient node;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable ProofPrompt prompt;
    private volatile long proofs;

    ProofGate(NodeClient node) {
        this.node = node;
    }

    void ask(@Nullable ProofPrompt with) {
        prompt = with;
    }

    /// A call that may need a proof.
    interface Attempt<T, E extends Exception> {
        T go() throws NodeException, E;
    }

    <T, E extends Exception> T through(Attempt<T, E> attempt) throws NodeException, E {
        long before = proofs;
        try {
            return attempt.go();
        } catch (NodeException e) {
            if (!e.proofNeeded() || !prove(before)) {
                throw e;
            }
            return attempt.go();
        }
    }

    /// @return whether there is a new proof
    private boolean prove(long before) throws NodeException {
        ProofPrompt with = prompt;
        if (with == null) {
            return false;
        }
        asking.lock();
        try {
            if (proofs != before) {
                return true; // another call of ours asked meanwhile
            }
            boolean wrong = false;
            while (true) {
                Optional<NewProof> proof = with.ask(wrong);
                if (proof.isEmpty()) {
                    return false;
                }
                wrong = !isAccepted(proof.get());
                if (!wrong) {
                    proofs = before + 1;
                    return true;
                }
            }
        } finally {
            asking.unlock();
        }
    }

    private boolean isAccepted(NewProof proof) throws NodeException {
        try {
            node.accounts().prove(proof, node.newCommand());
            return true;
        } catch (NodeException e) {
            String type = e.problem().map(problem -> problem.type()).orElse("");
            if (type.equals("/problems/password-wrong") || type.equals("/problems/code-wrong")) {
                return false;
            }
            throw e;
        }
    }
}
