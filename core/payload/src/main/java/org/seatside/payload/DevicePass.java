package org.seatside.payload;

import java.time.LocalDate;

/// DP1 type 3: a grant of the issuer for a device key, and that key's signature over one slot of 15 seconds.
///
/// @param expires the last day the grant is good for, in the zone of the campus
/// @param slot number of the slot, see [Slots]
public record DevicePass(int kid, PassHandle handle, int generation, LocalDate expires, long slot) implements Pass {}
