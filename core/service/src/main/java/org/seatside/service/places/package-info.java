/// Buildings, rooms, seats and where kiosks stand.
@NullMarked
package org.seatside.service.places;

import org.jspecify.annotations.NullMarked;
