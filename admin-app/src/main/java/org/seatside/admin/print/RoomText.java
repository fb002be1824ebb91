package org.seatside.admin.print;

/// What a printed room code says.
///
/// @param code what the QR code carries
/// @param title what this is
/// @param room the room's name
/// @param place building and floor; may be blank
/// @param use one sentence: how to use it
/// @param campus whose room it is
public record RoomText(String code, String title, String room, String place, String use, String campus) {}
