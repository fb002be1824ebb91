package org.seatside.server.broken;

/// Something of the server.
public final class Port {}
