/// Rooms, their tags read by camera or photo, their codes on paper.
@NullMarked
package org.seatside.admin.room;

import org.jspecify.annotations.NullMarked;
