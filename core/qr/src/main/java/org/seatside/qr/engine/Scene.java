package org.seatside.qr.engine;

/// One picture as the stages see it, dark always low: its grey values and their binary plane.
record Scene(GreyView grey, GreyView binary) {}
