package org.seatside.model.api;

/// A student to add.
public record NewStudent(String number, String name) {}
