/// Judging a check-in, and reading and correcting what was recorded.
@NullMarked
package org.seatside.service.attendance;

import org.jspecify.annotations.NullMarked;
