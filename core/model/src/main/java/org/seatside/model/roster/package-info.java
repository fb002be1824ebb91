/// Who, where and when: students, passes, places, kiosks, courses and their timetable.
@NullMarked
package org.seatside.model.roster;

import org.jspecify.annotations.NullMarked;
