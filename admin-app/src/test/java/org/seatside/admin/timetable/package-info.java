@NullMarked
package org.seatside.admin.timetable;

import org.jspecify.annotations.NullMarked;
