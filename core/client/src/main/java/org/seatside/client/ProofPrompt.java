package org.seatside.client;

import java.util.Optional;
import org.seatside.model.api.NewProof;

/// Asks who is signed in to prove once more that it is them, as before an export.
@FunctionalInterface
public interface ProofPrompt {
    /// Called on the thread whose call needs it, one call at a time; may wait for a person.
    ///
    /// @param wrongBefore whether the last answer was wrong
    /// @return empty where the person does not want to: the call then fails with [NodeException#proofNeeded]
    Optional<NewProof> ask(boolean wrongBefore);
}
