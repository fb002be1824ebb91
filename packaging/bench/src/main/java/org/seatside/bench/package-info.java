/// What every measurement shares: the decoders that compete, the clock and how times are summed up.
@NullMarked
package org.seatside.bench;

import org.jspecify.annotations.NullMarked;
