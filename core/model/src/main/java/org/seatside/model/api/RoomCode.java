package org.seatside.model.api;

/// A room code ready to print: what the QR code carries.
public record RoomCode(String text) {}
