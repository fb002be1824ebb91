/// Terms, courses, rosters, and when and where classes meet.
@NullMarked
package org.seatside.service.timetable;

import org.jspecify.annotations.NullMarked;
