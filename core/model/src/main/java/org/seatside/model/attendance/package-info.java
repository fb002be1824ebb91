/// What happens at a kiosk and what becomes of it.
@NullMarked
package org.seatside.model.attendance;

import org.jspecify.annotations.NullMarked;
