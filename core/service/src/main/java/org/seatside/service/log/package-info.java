/// Commands, the log that orders them, and how they apply to the state.
@NullMarked
package org.seatside.service.log;

import org.jspecify.annotations.NullMarked;
