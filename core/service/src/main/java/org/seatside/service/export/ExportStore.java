package org.seatside.service.export;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.SectionId;

/// Reads what was recorded from this node's view in parts, each a read of its own: however slow whoever takes
/// them, nothing of the view is held meanwhile. What is changed while a long list is read shows from there on.
/// Thread-safe; a list it gives is read by one thread.
public interface ExportStore {
    /// Check-ins that fit, in the order of the log, up to the newest one there is now. A part may be empty.
    Iterator<List<CheckInEvent>> events(ExportFilter filter);

    /// Current revisions that fit: by time, or in the order in which they came where the filter leaves most in.
    /// A part may be empty.
    Iterator<List<AttendanceRow>> attendance(ExportFilter filter);

    /// How many records of each status there are, without those taken back; by code, those of one code together.
    ///
    /// @param filter of it, `from`, `until`, `student` and `section` are asked
    List<SummaryPart> summary(SummaryBy by, ExportFilter filter);

    /// @param code student number, or code of section or department; empty where courses have no department
    /// @param students how many have a record of any status
    record SummaryPart(String code, String name, long students, AttendanceStatus status, long count) {}

    /// Everything of a section's sheet, as of one moment; empty where there is no such section.
    Optional<ClassSheet> sheet(SectionId section);
}
