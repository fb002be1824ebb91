package org.seatside.service.export;

/// A column of a table.
///
/// @param key for programs, constant: `studentNumber`
/// @param title for people, in the reader's language
/// @param width about how many characters wide its cells are
public record Column(String key, String title, int width) {}
