/// What was agreed with students: kept sealed, shown for a reason, applied silently.
@NullMarked
package org.seatside.service.adjustments;

import org.jspecify.annotations.NullMarked;
