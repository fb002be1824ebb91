package org.seatside.model.api;

/// A section to add.
public record NewSection(String code, String title) {}
