package org.seatside.model.api;

import java.util.UUID;
import org.seatside.model.directory.SearchKind;

/// Something a search found.
///
/// @param id of the student, room, section, lecturer or listing
/// @param title its name
/// @param detail what tells it from others of that name: number, code, place; may be blank
public record SearchHit(SearchKind kind, UUID id, String title, String detail) {}
