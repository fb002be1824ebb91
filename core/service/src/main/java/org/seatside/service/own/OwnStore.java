package org.seatside.service.own;

import java.util.List;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// Reads from this node's view what is somebody's own. Thread-safe.
public interface OwnStore {
    /// Sections that the account's lecturer teaches, by code.
    List<Section> sections(AccountId account);

    /// Students who are or were enrolled, by number.
    List<Student> students(SectionId section);
}
