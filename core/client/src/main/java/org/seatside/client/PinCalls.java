package org.seatside.client;

import org.seatside.model.api.NewPin;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;

/// PINs of students, as [NodeClient#pins] gives them to staff. Nobody reads one back. Thread-safe.
public final class PinCalls {
    private final NodeClient node;

    PinCalls(NodeClient node) {
        this.node = node;
    }

    /// Replaces the student's PIN and ends every wait.
    ///
    /// @throws NodeException of kind INVALID, `pin-weak`, for what is tried first
    public void set(StudentId student, NewPin pin, CommandId id) throws NodeException {
        node.change("PUT", Paths.PINS + "/" + student, pin, id);
    }

    public void clear(StudentId student, CommandId id) throws NodeException {
        node.change("DELETE", Paths.PINS + "/" + student, null, id);
    }
}
