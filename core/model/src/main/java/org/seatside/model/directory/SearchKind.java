package org.seatside.model.directory;

/// What a search finds, in the order in which equally good finds are given.
public enum SearchKind {
    STUDENT,
    ROOM,
    SECTION,
    LECTURER,
    FACILITY,
    CONTACT
}
