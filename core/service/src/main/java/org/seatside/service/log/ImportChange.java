package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;

/// Many changes that become visible at once, or none of them.
@JsonSubTypes(@JsonSubTypes.Type(value = ImportChange.Packed.class, name = "import"))
public sealed interface ImportChange extends Change {
    /// As the log holds it: a roster of twenty thousand has to be one command, and written out it is ten times
    /// as long.
    ///
    /// @param changes JSON of a list of changes, deflated (RFC 1951), Base64
    record Packed(String changes, String digest) implements ImportChange {}

    /// As it is made and applied. A conflict of any change is the conflict of all.
    ///
    /// @param changes no check-ins and no imports
    /// @param digest of what was shown to who asked for it; goes into the audit trail
    record All(List<Change> changes, String digest) implements ImportChange {
        public All {
            changes = List.copyOf(changes);
        }

        @Override
        public String action() {
            return "import";
        }

        @Override
        public String detail() {
            return changes.size() + " changes, " + digest;
        }
    }
}
