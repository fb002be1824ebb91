package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.OutputStream;
import org.seatside.model.api.ConsentText;
import org.seatside.model.api.NewAdjustments;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Reason;
import org.seatside.model.api.Registration;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;

/// What was agreed with students, as [NodeClient#registrations] gives it to a support officer. Thread-safe.
public final class RegistrationClient {
    private final NodeClient node;

    RegistrationClient(NodeClient node) {
        this.node = node;
    }

    /// What is kept of the student. The look and its reason go into the audit trail first.
    public Registration view(StudentId student, Reason reason, CommandId id) throws NodeException {
        return node.read(Call.change("POST", at(student) + "/views", reason, id), new TypeReference<>() {});
    }

    /// Needs a consent that holds.
    public void save(StudentId student, NewAdjustments agreed, CommandId id) throws NodeException {
        node.change("PUT", at(student) + "/adjustments", agreed, id);
    }

    public void giveConsent(StudentId student, ConsentText consent, CommandId id) throws NodeException {
        node.change("PUT", at(student) + "/consent", consent, id);
    }

    /// Deletes what was agreed, in the same step.
    public void withdrawConsent(StudentId student, CommandId id) throws NodeException {
        node.change("DELETE", at(student) + "/consent", null, id);
    }

    /// Not taken back by anybody; for administrators.
    public void erase(StudentId student, Reason reason, CommandId id) throws NodeException {
        node.change("POST", at(student) + "/erasure", reason, id);
    }

    /// Writes a ZIP of all that is kept of the student to a stream, which stays open. That it is taken goes on record.
    public void export(StudentId student, Reason reason, CommandId id, OutputStream out)
            throws NodeException, IOException {
        node.copy(Call.change("POST", at(student) + "/export", reason, id), "application/zip", out);
    }

    private static String at(StudentId student) {
        return Paths.REGISTRATIONS + "/" + student;
    }
}
