/// The texts a code may carry, parsed strictly: passes (DP1), room codes (R1), room tags, student numbers.
@NullMarked
package org.seatside.payload;

import org.jspecify.annotations.NullMarked;
