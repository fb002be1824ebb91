package org.seatside.model.roster;

import org.seatside.model.id.SectionId;

/// One taught group of a course: what students enrol in and what meets.
public record Section(SectionId id, String code, String title) {}
