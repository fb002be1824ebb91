package org.seatside.model.imports;

/// Where to send the file.
///
/// @param id of the import
/// @param partBytes of every part but the last
public record ImportTicket(String id, int partBytes) {}
