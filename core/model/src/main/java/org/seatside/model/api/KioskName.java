package org.seatside.model.api;

/// What a kiosk is called from now on.
public record KioskName(String name) {}
