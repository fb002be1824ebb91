package org.seatside.model.api;

/// Which text a student consented to.
///
/// @param version as the campus numbers its texts, 1 to 50 characters
public record ConsentText(String version) {}
