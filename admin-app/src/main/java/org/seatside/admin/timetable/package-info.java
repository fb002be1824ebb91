/// Terms, courses, sections, when they meet and by which rules: kept by hand or taken from files.
@NullMarked
package org.seatside.admin.timetable;

import org.jspecify.annotations.NullMarked;
