package org.seatside.kiosk.ui;

/// How this kiosk looks and where it stands, as configured.
///
/// @param usual to which every visit returns
/// @param diagonalMillimetres of the screen
/// @param elsewhere where to go when this kiosk cannot record; blank where nothing is configured
/// @param place where this kiosk stands, for who asks: `2층 승강기 옆`; blank where nothing is configured
/// @param mirrored whether the camera picture is shown like a mirror
/// @param reducedMotion whether nothing on the screen moves by itself
/// @param staffCode digits that open the staff's settings; blank where they stay closed
public record KioskSetting(
        VisitSettings usual,
        double diagonalMillimetres,
        String elsewhere,
        String place,
        boolean mirrored,
        boolean reducedMotion,
        String staffCode) {
    /// The same kiosk with other settings to return to.
    public KioskSetting withUsual(VisitSettings other) {
        return new KioskSetting(other, diagonalMillimetres, elsewhere, place, mirrored, reducedMotion, staffCode);
    }

    /// Without the code.
    @Override
    public String toString() {
        return "KioskSetting[" + usual + ", " + diagonalMillimetres + " mm]";
    }
}
