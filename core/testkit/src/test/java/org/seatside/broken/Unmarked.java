package org.seatside.broken;

/// In a package without a package-info.
final class Unmarked {}
