package org.seatside.model.api;

import java.util.List;
import org.seatside.model.id.LecturerId;

/// Who teaches a section from now on.
public record SectionLecturers(List<LecturerId> lecturers) {}
