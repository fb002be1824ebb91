package org.seatside.kiosk.ui;

import java.util.Locale;
import org.seatside.fx.Theme;

/// How this kiosk looks and where it stands, as configured.
///
/// @param diagonalMillimetres of the screen
/// @param textScale 1 is 100 %
/// @param elsewhere where to go when this kiosk cannot record; blank where nothing is configured
/// @param mirrored whether the camera picture is shown like a mirror
public record KioskSetting(
        Locale language,
        Theme theme,
        double diagonalMillimetres,
        double textScale,
        String elsewhere,
        boolean mirrored) {}
