/// Draws hard frames: codes on paper and screens as a camera sees them, and frames without one, the same for a
/// seed.
@NullMarked
package org.seatside.bench.generate;

import org.jspecify.annotations.NullMarked;
