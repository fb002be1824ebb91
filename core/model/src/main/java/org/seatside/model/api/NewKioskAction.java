package org.seatside.model.api;

/// What a kiosk is to do now.
public record NewKioskAction(KioskAction.Kind kind) {}
