package org.seatside.model.api;

/// The text of a legacy room tag as scanned.
public record TagCode(String code) {}
