package org.seatside.payload;

/// DP1 type 2: signed by the node for one slot of 15 seconds, shown by a phone that holds no key.
///
/// @param slot number of the slot, see [Slots]
public record SlotPass(int kid, PassHandle handle, int generation, long slot) implements Pass {}
