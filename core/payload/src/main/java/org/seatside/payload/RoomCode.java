package org.seatside.payload;

import java.util.UUID;

/// What a room code says once its signature holds. It does not expire; a room that is given up is unknown to the node.
///
/// @param kid number of the issuer key that signed it, 0 to 255
public record RoomCode(int kid, UUID room) {}
